import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** Where a text that should be nowhere was found. */
export interface Found {
  readonly file: string
  readonly marker: string
}

const chunk = 4 * 1024 * 1024

/**
 * Looks for texts in every file below the folders, in their names as well, as UTF-8 and as UTF-16LE (in which Chromium keeps
 * many strings). Choose markers of plain letters and digits, which look the same however they are escaped.
 */
export function findMarkers(folders: readonly string[], markers: readonly string[]): readonly Found[] {
  return findMarkersIn(folders.flatMap(filesBelow), markers)
}

/** The same in these files alone. */
export function findMarkersIn(files: readonly string[], markers: readonly string[]): readonly Found[] {
  const needles = markers.flatMap((marker) => [
    { marker, bytes: Buffer.from(marker, 'utf8') },
    { marker, bytes: Buffer.from(marker, 'utf16le') },
  ])
  const longest = Math.max(...needles.map(({ bytes }) => bytes.length))
  return files.flatMap((file) => {
    const found = new Set(markers.filter((marker) => file.includes(marker)))
    for (const window of windowsOf(file, longest)) {
      for (const { marker, bytes } of needles) if (window.includes(bytes)) found.add(marker)
    }
    return [...found].map((marker) => ({ file, marker }))
  })
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return entry.isFile() ? [path] : []
  })
}

/** Pieces of a file that overlap, so that no text falls between two; none of a file that is gone meanwhile. */
function* windowsOf(file: string, overlap: number): Generator<Buffer> {
  const handle = openIfThere(file)
  if (handle === null) return
  try {
    const buffer = Buffer.alloc(chunk)
    for (let position = 0; ; position += chunk - overlap) {
      const read = readSync(handle, buffer, 0, chunk, position)
      yield buffer.subarray(0, read)
      if (read < chunk) return
    }
  } finally {
    closeSync(handle)
  }
}

/** A program that runs meanwhile removes files of its own. */
function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
