import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openBackupFile } from '../../../electron/vault/store/backup/open-backup.ts'
import { restoreBackup } from '../../../electron/vault/store/backup/restore-backup.ts'
import { rewriteBackups } from '../../../electron/vault/store/backup/rewrite-backups.ts'
import { proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import { nodeDisk } from '../../../electron/vault/store/node-disk.ts'
import { openVault, vaultExists } from '../../../electron/vault/store/store.ts'
import { readSnapshots } from '../second-reader.ts'
import { noKdf } from '../store-fixture.ts'
import {
  at,
  backUp,
  backupsOn,
  enter,
  must,
  prepared,
  standInKdf,
  stickOf,
  vaultOf,
  type World,
} from './killed-world.ts'
import type { Operation } from './work-until-killed.ts'

/** What a killed process had said. */
export type Said = { finished: boolean; drawn: string[]; made: string[] }

/** What a vault may hold after a kill, and which secrets open it then, by name. */
type Stage = { content: Record<string, unknown>; enters: string[] }

const holdsA = (name: string): boolean => name === 'a' || name === 'names'

async function lookInto(folder: string, secret: { passphrase: string } | { recoveryKey: string }) {
  const store = await openVault(folder, secret, { kdf: standInKdf })
  if ('refused' in store) {
    expect(['wrong-passphrase', 'wrong-recovery-key']).toContain(store.refused)
    return undefined
  }
  expect(store.findings).toEqual([])
  const content: Record<string, unknown> = { stateNumber: store.state.stateNumber }
  for (const { id, body } of store.all()) content[id] = body
  await store.close()
  return content
}

/** Who may enter, by name, and what they find, which must be the same for all. */
async function visit(world: World, drawn: string | undefined): Promise<Stage> {
  const secrets = {
    passphrase: { passphrase: world.passphrase },
    'next passphrase': { passphrase: 'een volgende' },
    'recovery key': { recoveryKey: world.recoveryKey },
    envelope: { recoveryKey: world.envelopeKey },
    ...(drawn === undefined ? {} : { 'drawn key': { recoveryKey: drawn } }),
  }
  const enters: string[] = []
  const found: Record<string, unknown>[] = []
  for (const [name, secret] of Object.entries(secrets)) {
    const content = await lookInto(vaultOf(world), secret)
    if (content === undefined) continue
    enters.push(name)
    found.push(content)
  }
  const [content] = found
  if (content === undefined) throw new Error('nobody can enter')
  for (const one of found) expect(one).toEqual(content)
  return { content, enters }
}

const everybody = ['passphrase', 'recovery key', 'envelope']

/** In which of these states a vault may be, in their order; after the last answer it must be in the last. */
function stagesOf(operation: Operation, before: Record<string, unknown>): Stage[] {
  const renewed = (times: number, without: (id: string) => boolean = () => false) => ({
    ...Object.fromEntries(Object.entries(before).filter(([id]) => !without(id))),
    stateNumber: Number(before.stateNumber) + times,
  })
  const begin: Stage = { content: before, enters: everybody }
  switch (operation) {
    case 'save':
      return [begin, { content: { ...renewed(1), c: 5, d: 'n'.repeat(5000) }, enters: everybody }]
    case 'change of passphrase':
      return [begin, { content: renewed(1), enters: ['next passphrase', 'recovery key', 'envelope'] }]
    case 'rotation':
      return [begin, { content: renewed(1), enters: everybody }]
    case 'destruction of a case':
      return [begin, { content: { ...renewed(1, holdsA), line: 'destroyed: case' }, enters: everybody }]
    case 'destruction of names':
      return [
        begin,
        {
          content: { ...renewed(1, (id) => id === 'names'), line: 'destroyed: names' },
          enters: everybody,
        },
      ]
    case 'renewal of the recovery key':
      return [
        begin,
        { content: renewed(1), enters: [...everybody, 'drawn key'] },
        { content: renewed(2), enters: ['passphrase', 'envelope', 'drawn key'] },
      ]
    case 'making of an envelope':
      return [begin, { content: renewed(1), enters: [...everybody, 'drawn key'] }]
    case 'revoking of the envelope':
      return [begin, { content: renewed(1), enters: ['passphrase', 'recovery key'] }]
    case 'creation':
    case 'opening':
    case 'snapshot':
    case 'backup':
    case 'rewriting of backups':
    case 'restore':
      return [begin]
  }
}

/** Nothing but the files of a closed vault, and no more of them than a vault ever has. */
async function expectTidy(folder: string): Promise<void> {
  const names = await readdir(folder)
  const strange = names.filter((name) => !/^(header-[ab]|(snapshot|journal)-\d{10}|aside)$/.test(name))
  expect(strange).toEqual([])
  expect(names.length).toBeLessThanOrEqual(8)
  if (names.includes('aside')) expect(await readdir(join(folder, 'aside'))).toEqual([])
}

/** Every key that may enter finds the same, which is one of the states that may be; all files are of one epoch. */
export async function judgeVault(
  world: World,
  operation: Operation,
  before: Record<string, unknown>,
  { finished, drawn }: Said,
): Promise<void> {
  const stages = stagesOf(operation, before)
  const found = await visit(world, drawn[0])
  expect(finished ? stages.slice(-1) : stages).toContainEqual(found)
  const way = found.enters.includes('recovery key') ? world.recoveryKey : (drawn[0] ?? '')
  const snapshots = await readSnapshots(vaultOf(world), { recoveryKey: way })
  expect(new Set(snapshots.map(({ epoch }) => epoch)).size).toBe(1)
  for (const { records } of snapshots)
    for (const id of records.keys()) expect(Object.keys(found.content)).toContain(id)
  await expectTidy(vaultOf(world))
  const store = must(await enter(world, { recoveryKey: way }))
  await store.commit([{ id: 'afterwards', kind: 'note', scope: 'common', body: 1 }], at)
  await store.close()
}

/** Which records each backup holds; every file with a backup's name must open to its last record. */
async function recordsOnStick(world: World): Promise<Map<string, string[]>> {
  const held = new Map<string, string[]>()
  for (const name of await backupsOn(stickOf(world))) {
    const secret = { recoveryKey: world.recoveryKey }
    const { content } = must(await openBackupFile(join(stickOf(world), name), secret, noKdf))
    held.set(name, [...content.records.keys()])
  }
  return held
}

/** Whole backups alone, the one that was answered among them; the next backup leaves no trace of the one cut off. */
export async function judgeBackups(world: World, { made }: Said): Promise<void> {
  const held = await recordsOnStick(world)
  expect(held.size).toBeGreaterThanOrEqual(2)
  expect(held.size).toBeLessThanOrEqual(3)
  for (const name of made) expect([...held.keys()]).toContain(name)
  const store = must(await enter(world))
  await store.commit([{ id: 'another day', kind: 'note', scope: 'common', body: 1 }], at)
  await backUp(store, world, '2026-11-19')
  await store.close()
  const names = await readdir(stickOf(world))
  expect(names).toEqual(expect.arrayContaining(['destroyed.luwte']))
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([])
  // The one of last week, and the newest of the other day.
  expect(await backupsOn(stickOf(world))).toHaveLength(2)
}

/** Backups keep their names and open, with what was destroyed or without; rewriting them again finishes it. */
export async function judgeRewriting(world: World, { finished }: Said): Promise<void> {
  const before = await recordsOnStick(world)
  expect(before.size).toBe(2)
  if (finished) for (const held of before.values()) expect(held.filter(holdsA)).toEqual([])
  const store = must(await enter(world))
  const destroyed = store.destroyedHashes()
  await store.close()
  const means = { disk: nodeDisk, prove: proveBackup, now: () => at, kdf: noKdf }
  const secret = { recoveryKey: world.recoveryKey }
  await rewriteBackups(stickOf(world), [...before.keys()], { secret, destroyed }, means)
  for (const held of (await recordsOnStick(world)).values()) expect(held.filter(holdsA)).toEqual([])
  expect((await readdir(stickOf(world))).filter((name) => name.endsWith('.tmp'))).toEqual([])
}

/** The folder holds the whole backup or does not exist; restoring again then works and leaves nothing else. */
export async function judgeRestore(world: World, { finished }: Said): Promise<void> {
  const into = join(world.folder, 'terug')
  const name = (await backupsOn(stickOf(world))).at(-1) ?? ''
  const secret = { recoveryKey: world.recoveryKey }
  const exists = (await readdir(world.folder)).includes('terug')
  if (finished) expect(exists).toBe(true)
  if (!exists) must(await restoreBackup(join(stickOf(world), name), secret, into, { kdf: noKdf, at }))
  const { content } = must(await openBackupFile(join(stickOf(world), name), secret, noKdf))
  const bodies = [...content.records.values()].map(({ id, body }) => [id, body] as const)
  expect(await lookInto(into, secret)).toEqual({
    stateNumber: content.stateNumber,
    ...Object.fromEntries(bodies),
  })
  await expectTidy(into)
  if (!exists || finished) expect(await readdir(world.folder)).not.toContain('terug.restoring')
}

/** There is a whole vault, which opens with passphrase and recovery key, or room for one. */
export async function judgeCreation(world: World, { finished, drawn }: Said): Promise<void> {
  const folder = join(world.folder, 'nieuw')
  const exists = await vaultExists(folder)
  if (finished) expect(exists).toBe(true)
  if (!exists) {
    const vault = await prepared(world.passphrase)
    vault.confirm(vault.recoveryKeyText)
    await must(await vault.write(folder)).close()
  } else {
    expect(await lookInto(folder, { recoveryKey: drawn[0] ?? '' })).toEqual({ stateNumber: 0 })
  }
  expect(await lookInto(folder, { passphrase: world.passphrase })).toEqual({ stateNumber: 0 })
  await expectTidy(folder)
}
