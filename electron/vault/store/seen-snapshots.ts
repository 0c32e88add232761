import { type ParsedSnapshot, parseSnapshot, headerInsideSnapshot } from './crypto/v1/snapshot-file.ts'
import type { Disk } from './disk.ts'
import { generationsOf, readVaultFile, snapshotName } from './vault-files.ts'

/** What one look at a snapshot told without any key: its checksum was computed, its bytes need not be in memory. */
export type SeenSnapshot = (
  | { found: 'snapshot'; /** Which it says to be. */ generation: number }
  | { found: 'newer-format'; format: number }
  | { found: 'damaged' }
) & {
  /** The header copy, trusted for nothing yet; of a damaged one too, where there is one. */
  headerBytes: Uint8Array | undefined
  /** Takes it apart, with all its bytes. */
  read(): Promise<ParsedSnapshot>
}

/**
 * Looks at every snapshot of a folder, one after the other, for they are large: only the newest, which is the one that
 * will be opened, stays in memory until it is asked for. Of any other the bytes are read again when they are needed.
 */
export async function lookAtSnapshots(disk: Disk, folder: string): Promise<Map<number, SeenSnapshot>> {
  const seen = new Map<number, SeenSnapshot>()
  const generations = generationsOf(await disk.list(folder), 'snapshot')
  for (const generation of generations) {
    const name = snapshotName(generation)
    const bytes = await readVaultFile(disk, folder, name)
    if (!bytes) continue
    const parsed = parseSnapshot(bytes)
    const headerBytes = headerInsideSnapshot(bytes)?.slice()
    let kept = generation === generations.at(-1) ? parsed : undefined
    const read = async () => {
      const newest = kept
      kept = undefined
      return newest ?? parseSnapshot((await readVaultFile(disk, folder, name)) ?? new Uint8Array(0))
    }
    const found =
      parsed.found === 'snapshot' ? { found: parsed.found, generation: parsed.file.generation } : parsed
    seen.set(generation, { ...found, headerBytes, read })
  }
  return seen
}
