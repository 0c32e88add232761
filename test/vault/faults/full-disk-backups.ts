import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readDestroyedList } from '../../../electron/vault/store/backup/destroyed-list.ts'
import { drillBackup } from '../../../electron/vault/store/backup/drill-backup.ts'
import { proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import { restoreBackup } from '../../../electron/vault/store/backup/restore-backup.ts'
import { rewriteBackups } from '../../../electron/vault/store/backup/rewrite-backups.ts'
import { nodeDisk } from '../../../electron/vault/store/node-disk.ts'
import { prepareVault } from '../../../electron/vault/store/store.ts'
import { backUp, orderOf } from '../backup/backup-fixture.ts'
import { quickKdf } from '../quick-kdf.ts'
import {
  at,
  fill,
  look,
  newFolder,
  noKdf,
  opened,
  openSample,
  params,
  put,
  type Sample,
} from '../store-fixture.ts'
import { type Full, FullDisk, momentsOf } from './full-disk.ts'

/** A vault, and a folder with two backups of it: since then a note was written and a case destroyed. */
export type BackedUp = { sample: Sample; stick: string; names: string[]; content: Record<string, unknown> }

export async function backedUpTwice(): Promise<BackedUp> {
  const prepared = await prepareVault({ passphrase: 'oude woorden', kdf: quickKdf, params })
  prepared.confirm(prepared.recoveryKeyText)
  const folder = await newFolder()
  await opened(await prepared.write(folder)).close()
  const sample = { folder, recoveryKey: prepared.recoveryKeyText }
  const stick = await newFolder()
  await fill(sample, [put('a', 1), put('weg', 'wordt vernietigd')])
  await backUp(await orderOf(sample), stick)
  await fill(sample, [put('b', 2)])
  await backUp(await orderOf(sample), stick)
  const store = opened(await openSample(sample))
  await store.destroyScopes(['case:weg'], at)
  await store.close()
  const content = await fill(sample, [put('c', 3)])
  return { sample, stick, names: (await namesOn(stick)).sort(), content }
}

const namesOn = async (stick: string): Promise<string[]> =>
  (await readdir(stick)).filter((name) => /^luwte-.*\.luwte$/.test(name))

/** How many records each file holds that bears a backup's name; every one opens. */
async function recordsOn(stick: string, { recoveryKey }: Sample): Promise<number[]> {
  const counts: number[] = []
  for (const name of (await namesOn(stick)).sort()) {
    const drilled = await drillBackup(join(stick, name), { recoveryKey }, noKdf)
    if ('refused' in drilled) throw new Error(`${name} does not open: ${drilled.refused}`)
    counts.push(drilled.records)
  }
  return counts
}

const unfinishedOn = async (stick: string): Promise<string[]> =>
  (await readdir(stick)).filter((name) => name.endsWith('.tmp'))

async function copyOfStick(stick: string): Promise<string> {
  const copy = await newFolder()
  await cp(stick, copy, { recursive: true })
  return copy
}

/** Works once on a roomy disk to learn its steps, then once for every moment at which the disk may be full. */
async function atEveryMoment(
  step: number | undefined,
  work: (disk: FullDisk, what: string) => Promise<boolean>,
): Promise<number> {
  const roomy = new FullDisk(nodeDisk)
  expect(await work(roomy, 'with room')).toBe(true)
  let stops = 0
  for (const full of momentsOf(roomy.steps, step)) {
    const disk = new FullDisk(nodeDisk)
    disk.arm(full satisfies Full)
    if (!(await work(disk, JSON.stringify(full)))) stops += 1
  }
  return stops
}

/** Backs up: the earlier backups stay, nothing half-written bears a name, and the next backup tidies. */
export async function fillWhileBackingUp({ sample, stick }: BackedUp, step?: number): Promise<number> {
  const order = await orderOf(sample)
  return atEveryMoment(step, async (disk, what) => {
    const target = await copyOfStick(stick)
    const { backup } = await backUp(order, target, { disk })
    const isMade = !('refused' in backup)
    expect(await unfinishedOn(target), what).toEqual([])
    if (!isMade) expect(backup, what).toEqual({ refused: 'disk-full' })
    const counts = await recordsOn(target, sample)
    expect(counts.slice(0, 2), what).toEqual([2, 3])
    expect([2, 3], what).toContain(counts.length)
    if (isMade) expect(counts, what).toEqual([2, 3, 3])
    const list = new Uint8Array(await readFile(join(target, 'destroyed.luwte')))
    const vaultId = list.slice(16, 32)
    expect(readDestroyedList(list, vaultId, order.ledgerHash).list, what).toBe('whole')
    const next = await backUp(order, target)
    expect(next, what).toMatchObject({
      backup: { bytes: expect.any(Number) as number },
      destroyed: { was: 'whole' },
    })
    expect(await unfinishedOn(target), what).toEqual([])
    return isMade
  })
}

/** Takes a destroyed case out of the backups: each holds all that it held or all but that case, and says which. */
export async function fillWhileRewriting({ sample, stick, names }: BackedUp, step?: number): Promise<number> {
  const store = opened(await openSample(sample))
  const order = { secret: { recoveryKey: sample.recoveryKey }, destroyed: store.destroyedHashes() }
  await store.close()
  return atEveryMoment(step, async (disk, what) => {
    const target = await copyOfStick(stick)
    const means = { disk, prove: proveBackup, now: () => at, kdf: noKdf }
    const outcomes = await rewriteBackups(target, names, order, means)
    const counts = await recordsOn(target, sample)
    expect(counts, what).toHaveLength(2)
    expect(await unfinishedOn(target), what).toEqual([])
    const saysClean = outcomes.map(({ outcome }) => outcome === 'clean' || !('refused' in outcome))
    for (const [index, count] of counts.entries()) {
      expect([index + 2, index + 1], what).toContain(count)
      if (saysClean[index]) expect(count, what).toBe(index + 1)
      else expect(outcomes[index]?.outcome, what).toEqual({ refused: 'disk-full' })
    }
    return saysClean.every(Boolean)
  })
}

/** Restores: a whole vault or nothing at all, and nothing in the way of a second try. */
export async function fillWhileRestoring({ sample, content }: BackedUp, step?: number): Promise<number> {
  const stick = await newFolder()
  const { backup } = await backUp(await orderOf(sample), stick)
  if ('refused' in backup) throw new Error(backup.refused)
  const path = join(stick, backup.fileName)
  const { recoveryKey } = sample
  return atEveryMoment(step, async (disk, what) => {
    const around = await newFolder()
    const folder = join(around, 'kluis')
    const restored = await restoreBackup(path, { recoveryKey }, folder, { kdf: noKdf, at, disk })
    const isDone = !('refused' in restored)
    if (!isDone) {
      expect(restored, what).toEqual({ refused: 'disk-full' })
      expect(await readdir(around), what).toEqual([])
      const again = await restoreBackup(path, { recoveryKey }, folder, { kdf: noKdf, at })
      expect(again).toHaveProperty('records')
    }
    expect(await readdir(around), what).toEqual(['kluis'])
    expect(await look({ folder, recoveryKey }), what).toEqual({ content, findings: [] })
    return isDone
  })
}
