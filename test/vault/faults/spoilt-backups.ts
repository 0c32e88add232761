import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parseBackup } from '../../../electron/vault/store/backup/backup-file.ts'
import type { BackupRefusal } from '../../../electron/vault/store/backup/backup-refusal.ts'
import { openBackupFile } from '../../../electron/vault/store/backup/open-backup.ts'
import { rightChecksums } from '../backup/backup-fixture.ts'
import { newFolder, noKdf, type Sample } from '../store-fixture.ts'

/** A small backup, and the vault whose recovery key opens it. */
export type SmallBackup = { path: string; sample: Sample }

async function reader({ path, sample }: SmallBackup) {
  const copy = join(await newFolder(), 'copy.luwte')
  const bytes = await readFile(path)
  /** What opening these bytes with the recovery key comes to, as it happens to an advisor. */
  const opening = async (changed: Uint8Array): Promise<BackupRefusal | 'opened'> => {
    await writeFile(copy, changed)
    const answer = await openBackupFile(copy, { recoveryKey: sample.recoveryKey }, noKdf)
    if ('refused' in answer) return answer
    answer.keyring.wipe()
    return 'opened'
  }
  return { bytes, opening }
}

/** Takes apart without a key; by thousands quicker than from a file, and what opening a file begins with. */
const refusalOf = (bytes: Uint8Array): BackupRefusal | undefined => {
  const parsed = parseBackup(bytes)
  return 'refused' in parsed ? parsed : undefined
}

const flipped = (bytes: Buffer, at: number): Buffer => {
  const changed = Buffer.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
  return changed
}

/** Flips every byte; every `fileStep`-th also in a file that is opened with a secret. */
export async function flipEveryByte(backup: SmallBackup, fileStep: number): Promise<void> {
  const { bytes, opening } = await reader(backup)
  expect([refusalOf(bytes), await opening(bytes)]).toEqual([undefined, 'opened'])
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = flipped(bytes, at)
    expect(refusalOf(changed), `byte ${at}`).toMatchObject({ refused: 'damaged' })
    if (at % fileStep === 0)
      expect(await opening(changed), `byte ${at}`).toMatchObject({ refused: 'damaged' })
  }
}

/** Cuts at every byte; the first eight say that it is a backup at all. */
export async function cutAtEveryByte(backup: SmallBackup, fileStep: number): Promise<void> {
  const { bytes, opening } = await reader(backup)
  for (let length = 0; length < bytes.length; length += 1) {
    const refused = length < 8 ? 'not-a-backup' : 'damaged'
    expect(refusalOf(bytes.subarray(0, length)), `cut at ${length}`).toMatchObject({ refused })
    if (length % fileStep === 0)
      expect(await opening(bytes.subarray(0, length)), `cut at ${length}`).toMatchObject({ refused })
  }
}

/** Puts one byte more at every place, and many behind the end. */
export async function extendAtEveryByte(backup: SmallBackup, fileStep: number): Promise<void> {
  const { bytes, opening } = await reader(backup)
  for (let at = 0; at <= bytes.length; at += 1) {
    const longer = Buffer.concat([bytes.subarray(0, at), Buffer.from([at % 256]), bytes.subarray(at)])
    const answer = refusalOf(longer)
    expect(answer, `a byte more at ${at}`).toHaveProperty('refused')
    expect(['damaged', 'not-a-backup'], `a byte more at ${at}`).toContain(answer?.refused)
    if (at % fileStep === 0) expect(await opening(longer), `a byte more at ${at}`).toEqual(answer)
  }
  for (const extra of [1, 17, 4096, 100_000])
    expect(await opening(Buffer.concat([bytes, Buffer.alloc(extra)]))).toEqual({
      refused: 'damaged',
      fields: ['after-end'],
    })
}

/** Changes bytes with all unkeyed checksums made right, as somebody does who knows the format. */
export async function forgeEveryByte(backup: SmallBackup, step: number): Promise<void> {
  const { bytes, opening } = await reader(backup)
  const beginning = bytes.readUInt32LE(12)
  for (let at = 10; at < bytes.length - 32; at += at < beginning ? 1 : step) {
    if (at >= beginning - 32 && at < beginning) continue
    const answer = await opening(rightChecksums(flipped(bytes, at)))
    if (at >= beginning) expect(answer, `byte ${at}`).toEqual({ refused: 'tampered', fields: ['chunk-0'] })
    else expect(answer, `byte ${at}`).not.toBe('opened')
  }
}
