import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { isRefusal, refuse, type Refusal } from '#shared/kernel/refusal.ts'
import {
  readRegisterHeader,
  readRegisterRow,
  type RegisterHeader,
} from '#shared/organisations/register-file.ts'
import { type RegisterRow } from '#shared/organisations/register-row.ts'
import { registerCells, registerLines, type RegisterLine } from './register-lines.ts'

/** A file forty times the whole register is something else, and would not fit in memory. */
export const LARGEST_REGISTER_FILE = 500_000_000

/** Six times the whole register: with short rows a file far below that size fills the memory. */
const MOST_REGISTER_ROWS = 200_000

/** What a register file holds, and what was left out or looks odd. */
export type RegisterFile = {
  rows: RegisterRow[]
  /** Rows without a number, a known type or a name, and second rows of one number. */
  skipped: number
  /** Rows whose number fails the elfproef; they are among `rows`. */
  failingCheck: number
  /** Columns of the register that the file lacks; none of them is required. */
  missingColumns: string[]
}

export type RegisterFileRefusal = Refusal<
  'file-empty' | 'file-too-large' | 'file-unreadable' | 'file-not-the-register' | 'columns-missing'
>

/**
 * Reads the official open data export `export_opendata_lrk.csv` (`;`-separated, with or without BOM, UTF-8 or
 * Latin-1, LF or CRLF) from a path, without holding the file in memory. `onProgress` is told how many bytes are
 * done of how many. The size is looked at before a byte is read, and reading ends with the 200,001st location. A number that stands in the file twice is taken
 * once, registered before deregistered.
 */
export async function readRegisterFile(
  path: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<RegisterFile | RegisterFileRefusal> {
  try {
    const file = await stat(path)
    if (!file.isFile()) return refuse('file-unreadable')
    if (file.size === 0) return refuse('file-empty')
    if (file.size > LARGEST_REGISTER_FILE) return refuse('file-too-large')
    return await readRows(registerLines(countedChunks(path, file.size, onProgress)))
  } catch (error) {
    if (isFileError(error)) return refuse('file-unreadable')
    throw error
  }
}

async function* countedChunks(
  path: string,
  total: number,
  onProgress: (done: number, total: number) => void,
): AsyncGenerator<Buffer> {
  let done = 0
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 262_144 })
  for await (const chunk of chunks) {
    yield chunk
    done += chunk.length
    onProgress(Math.min(done, total), total)
  }
}

async function readRows(lines: AsyncIterable<RegisterLine>): Promise<RegisterFile | RegisterFileRefusal> {
  const rows = new Map<string, RegisterRow>()
  let header: RegisterHeader | null = null
  let skipped = 0
  for await (const line of lines) {
    if (line?.replace('\uFEFF', '').trim() === '') continue
    if (header === null) {
      if (line === null) return refuse('file-not-the-register')
      const read = readRegisterHeader(registerCells(line.replace('\uFEFF', '')) ?? [])
      if (isRefusal(read)) return read
      header = read
      continue
    }
    const row = readRow(header, line)
    if (row === null) {
      skipped += 1
      continue
    }
    const twin = rows.get(row.lrkNumber)
    if (twin) skipped += 1
    if (!twin || (row.registered && !twin.registered)) rows.set(row.lrkNumber, row)
    if (rows.size > MOST_REGISTER_ROWS) return refuse('file-too-large')
  }
  if (header === null || rows.size + skipped === 0) return refuse('file-empty')
  return {
    rows: [...rows.values()],
    skipped,
    failingCheck: [...rows.values()].filter((row) => !row.passesCheck).length,
    missingColumns: header.missing,
  }
}

function readRow(header: RegisterHeader, line: RegisterLine): RegisterRow | null {
  const cells = line === null ? null : registerCells(line, header.cells)
  // More cells than the header names means that a stray separator moved them: better no row than a wrong one.
  if (cells === null || cells.slice(header.cells).some((cell) => cell.trim() !== '')) return null
  const row = readRegisterRow(header, cells)
  return 'skipped' in row ? null : row
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error
}
