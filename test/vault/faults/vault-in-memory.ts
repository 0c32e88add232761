import { join } from 'node:path'
import { MemoryDisk } from '../memory-disk.ts'
import type { Sample } from '../store-fixture.ts'

/** A closed vault whose files are in memory, for rounds by the thousand. */
export type VaultInMemory = Sample & { disk: MemoryDisk }

/** A copy in memory of a vault on the disk. */
export const inMemory = ({ folder, recoveryKey }: Sample): VaultInMemory => ({
  folder,
  recoveryKey,
  disk: MemoryDisk.of(folder),
})

/** The same files once more, so that a round may spoil them. */
export const copyInMemory = ({ disk, ...vault }: VaultInMemory): VaultInMemory => ({
  ...vault,
  disk: disk.copy(),
})

export const bytesIn = ({ disk, folder }: VaultInMemory, name: string): Buffer =>
  disk.bytesOf(join(folder, name))

/** A copy of the vault in which one file is different. */
export function withChanged(
  vault: VaultInMemory,
  name: string,
  edit: (bytes: Buffer) => Uint8Array,
): VaultInMemory {
  const copy = copyInMemory(vault)
  copy.disk.put(join(vault.folder, name), edit(bytesIn(vault, name)))
  return copy
}

/** A copy of the vault without some of its files. */
export function without(vault: VaultInMemory, ...names: string[]): VaultInMemory {
  const copy = copyInMemory(vault)
  for (const name of names) void copy.disk.remove(join(vault.folder, name))
  return copy
}

/** Turns over the lowest bit of one byte. */
export const flipped =
  (offset: number) =>
  (bytes: Buffer): Buffer => {
    const changed = Buffer.from(bytes)
    changed[offset] = (changed[offset] ?? 0) ^ 1
    return changed
  }

/** Everything that the vault's folder holds, to see that nothing was touched. */
export const filesOf = ({ disk }: VaultInMemory): Record<string, string> =>
  Object.fromEntries(disk.paths.map((path) => [path, disk.bytesOf(path).toString('base64')]))
