import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { commandLine } from './process-tree.ts'

/** Bytes that should be in no process, and a word for them: never the bytes themselves. */
export interface Secret {
  readonly name: string
  readonly bytes: Buffer
}

/** A secret that a process holds. */
export interface Held {
  readonly secret: string
  readonly pid: number
  readonly process: string
}

interface Region {
  readonly start: number
  end: number
}

const piece = 4 * 1024 * 1024
const page = 4096

/** A text as it may lie in memory: one byte a letter, UTF-8, or two, as V8 and Chromium keep many. */
export function textSecrets(name: string, text: string): readonly Secret[] {
  return [
    { name: `${name} (UTF-8)`, bytes: Buffer.from(text, 'utf8') },
    { name: `${name} (UTF-16)`, bytes: Buffer.from(text, 'utf16le') },
  ]
}

/**
 * Which of these processes hold which secrets in their memory, looking at every page that a process ever wrote or
 * shares. Left out are only pages that were never touched, and pages that are still what a file on the disk says. A
 * process that ends meanwhile holds nothing; one that may not be looked into is an error. Linux only.
 */
export function heldBy(pids: readonly number[], secrets: readonly Secret[]): readonly Held[] {
  return pids.flatMap((pid) => {
    const process =
      commandLine(pid)
        .match(/--type=\S+|--utility-sub-type=\S+/g)
        ?.join(' ') ?? 'main'
    return heldByOne(pid, secrets).map((secret) => ({ secret, pid, process }))
  })
}

function heldByOne(pid: number, secrets: readonly Secret[]): readonly string[] {
  const memory = openMemory(pid)
  if (memory === null) return []
  const longest = Math.max(...secrets.map(({ bytes }) => bytes.length))
  const held = new Set<string>()
  let read = 0
  try {
    for (const region of regionsOf(pid)) {
      for (const bytes of piecesOf(memory, region, longest)) {
        read += bytes.length
        for (const secret of secrets) if (bytes.includes(secret.bytes)) held.add(secret.name)
      }
    }
  } finally {
    closeSync(memory)
  }
  if (read === 0 && openMemory(pid) !== null)
    throw new Error(`Of process ${pid} no page could be read, so nothing is known of what it holds.`)
  return [...held]
}

function openMemory(pid: number): number | null {
  try {
    return openSync(`/proc/${pid}/mem`, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return null
    throw new Error(
      `The memory of process ${pid} may not be read by this user (${codeOf(error)}). This test needs root, or ` +
        'the user as whom Luwte runs on a system where kernel.yama.ptrace_scope is 0.',
      { cause: error },
    )
  }
}

/** The regions of /proc/<pid>/smaps that can hold something that no file on the disk holds, neighbours in one. */
function regionsOf(pid: number): readonly Region[] {
  let text: string
  try {
    text = readFileSync(`/proc/${pid}/smaps`, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return []
    throw error
  }
  const regions: Region[] = []
  for (const entry of text.split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m).filter(mayHoldSecrets)) {
    const [start = 0, end = 0] =
      entry
        .split(' ', 1)[0]
        ?.split('-')
        .map((half) => Number.parseInt(half, 16)) ?? []
    const before = regions.at(-1)
    if (before?.end === start) before.end = end
    else regions.push({ start, end })
  }
  return regions
}

function mayHoldSecrets(entry: string): boolean {
  const [head = ''] = entry.split('\n', 1)
  const [, rights = '', , , inode = '0', ...named] = head.split(/\s+/)
  const name = named.join(' ')
  if (!rights.startsWith('r') || /^\[v(var|syscall|var_vclock)\]$/.test(name)) return false
  const isShared = rights.endsWith('s')
  if (isShared) return true
  const kept = (field: string): boolean =>
    (new RegExp(`^${field}: +(\\d+) kB`, 'm').exec(entry)?.[1] ?? '0') !== '0'
  const isOfFile = inode !== '0' && !name.endsWith('(deleted)')
  return isOfFile ? kept('Anonymous') || kept('Swap') : kept('Rss') || kept('Swap')
}

/** Pieces that overlap, so that no secret falls between two; a page that cannot be read is passed over. */
function* piecesOf(memory: number, { start, end }: Region, overlap: number): Generator<Buffer> {
  const buffer = Buffer.alloc(piece)
  for (let at = start; at < end;) {
    const wanted = Math.min(piece, end - at)
    const bytes = readAt(memory, buffer, at, wanted)
    if (bytes.length > 0) yield bytes
    const reached = at + bytes.length
    if (bytes.length < wanted) at = (Math.floor(reached / page) + 1) * page
    else at = reached === end ? end : reached - overlap
  }
}

function readAt(memory: number, buffer: Buffer, at: number, length: number): Buffer {
  try {
    return buffer.subarray(0, readSync(memory, buffer, 0, length, at))
  } catch (error) {
    // A page that a driver lends (EIO), that went meanwhile, or a process that ended (ESRCH).
    if (['EIO', 'EFAULT', 'ENOMEM', 'ESRCH'].includes(codeOf(error))) return buffer.subarray(0, 0)
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
