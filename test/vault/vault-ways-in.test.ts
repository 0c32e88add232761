import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import {
  argon2id,
  type NewRecoverySlot,
  openVault,
  type SlotRefusal,
} from '../../electron/vault/store/store.ts'
import { crashEverywhere } from './crashing-disk.ts'
import { readVault } from './second-reader.ts'
import {
  at,
  contentOf,
  copyOf,
  fill,
  look,
  newVault,
  noKdf,
  opened,
  openSample,
  params,
  passphrase,
  put,
  type Sample,
} from './store-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const later = '2026-11-21T08:00:00.000Z'

let sample: Sample
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', 1)])
})

function drawn(answer: NewRecoverySlot | SlotRefusal): NewRecoverySlot {
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

/** The same vault with an emergency envelope, and its key. */
async function withEnvelope(): Promise<Sample & { envelope: string }> {
  const vault = await copyOf(sample)
  const store = opened(await openSample(vault))
  const added = drawn(store.addRecoverySlot('envelope'))
  expect(await added.confirm(added.recoveryKeyText, later)).toEqual({ confirmed: true })
  await store.close()
  return { ...vault, envelope: added.recoveryKeyText }
}

const openBy = (folder: string, recoveryKey: string) => openVault(folder, { recoveryKey }, { kdf: noKdf })
const wrongKey = { refused: 'wrong-recovery-key', groups: [] }

test('an emergency envelope opens the vault only after its key was typed back', async () => {
  const vault = await copyOf(sample)
  const store = opened(await openSample(vault))
  const added = drawn(store.addRecoverySlot('envelope'))
  expect(added.slot).toBe(3)
  expect(await added.confirm('A'.repeat(66), later)).toHaveProperty('refused', 'wrong-recovery-key')
  expect(await added.confirm(vault.recoveryKey, later)).toEqual(wrongKey)
  expect(await store.prove({ recoveryKey: added.recoveryKeyText }, noKdf)).toEqual(wrongKey)
  expect(store.slots).toHaveLength(2)
  expect(await added.confirm(added.recoveryKeyText.toLowerCase(), later)).toEqual({ confirmed: true })
  expect(store.slots).toEqual([
    { slot: 1, kind: 'passphrase' },
    { slot: 2, kind: 'recovery' },
    { slot: 3, kind: 'envelope' },
  ])
  expect(await store.prove({ recoveryKey: added.recoveryKeyText }, noKdf)).toBeUndefined()
  const content = contentOf(store)
  await store.close()
  const again = opened(await openBy(vault.folder, added.recoveryKeyText))
  expect(again.openedWith).toEqual({ slot: 3, kind: 'envelope' })
  expect(contentOf(again)).toEqual(content)
  await again.close()
  expect(await look(vault)).toEqual({ content, findings: [] })
})

test('unlocking tells which secret it was, also after new epochs that needed none of them', async () => {
  const vault = await withEnvelope()
  const store = opened(await openBy(vault.folder, vault.envelope))
  await store.rotate(later)
  await store.rotate(later)
  await store.close()
  const secrets = [{ passphrase }, { recoveryKey: vault.recoveryKey }, { recoveryKey: vault.envelope }]
  const kinds: string[] = []
  for (const secret of secrets) {
    const one = opened(await openVault(vault.folder, secret, { kdf: argon2id }))
    kinds.push(`${one.openedWith.slot} ${one.openedWith.kind}`)
    expect([...(await readVault(vault.folder, secret)).keys()]).toEqual(['a'])
    await one.close()
  }
  expect(kinds).toEqual(['1 passphrase', '2 recovery', '3 envelope'])
})

test('a removed envelope opens nothing any more, not even with an old header beside the new files', async () => {
  const vault = await withEnvelope()
  const old = await readFile(join(vault.folder, 'header-a'))
  const store = opened(await openSample(vault))
  expect(await store.removeSlot(3, later)).toBeUndefined()
  expect(store.slots).toHaveLength(2)
  await store.close()
  expect(await openBy(vault.folder, vault.envelope)).toEqual(wrongKey)
  expect(await readdir(vault.folder)).not.toContain('snapshot-0000000003')
  for (const name of ['header-a', 'header-b']) await writeFile(join(vault.folder, name), old)
  expect(await openBy(vault.folder, vault.envelope)).toEqual(wrongKey)
  expect((await look(vault)).findings).toEqual(['tampered header-a', 'tampered header-b'])
})

test('with headers from two epochs ago put back, a removed key still opens nothing', async () => {
  const vault = await withEnvelope()
  const old = await readFile(join(vault.folder, 'header-a'))
  const store = opened(await openSample(vault))
  await store.removeSlot(3, later)
  await store.rotate(later)
  await store.close()
  for (const name of ['header-a', 'header-b']) await writeFile(join(vault.folder, name), old)
  expect(await openBy(vault.folder, vault.envelope)).toHaveProperty('refused', 'tampered')
  expect((await look(vault)).findings).toEqual(['tampered header-a', 'tampered header-b'])
})

test('the passphrase and the last recovery key cannot be removed, a lost one can be replaced', async () => {
  const vault = await copyOf(sample)
  const store = opened(await openSample(vault))
  expect(await store.removeSlot(1, later)).toEqual({ refused: 'passphrase-stays' })
  expect(await store.removeSlot(2, later)).toEqual({ refused: 'last-recovery-key' })
  expect(await store.removeSlot(7, later)).toEqual({ refused: 'no-such-slot' })
  const added = drawn(store.addRecoverySlot('recovery'))
  await added.confirm(added.recoveryKeyText, later)
  expect(await store.removeSlot(2, later)).toBeUndefined()
  expect(drawn(store.addRecoverySlot('envelope')).slot).toBe(2)
  await store.close()
  expect(await openBy(vault.folder, vault.recoveryKey)).toEqual(wrongKey)
  await opened(await openBy(vault.folder, added.recoveryKeyText)).close()
})

test('two keys drawn at once are never let in under one number, and there is room for eight', async () => {
  const store = opened(await openSample(await copyOf(sample)))
  const [one, other] = [drawn(store.addRecoverySlot('envelope')), drawn(store.addRecoverySlot('envelope'))]
  await one.confirm(one.recoveryKeyText, later)
  await expect(other.confirm(other.recoveryKeyText, later)).rejects.toThrow('one at a time')
  await expect(one.confirm(one.recoveryKeyText, later)).resolves.toEqual(wrongKey)
  for (let slot = 4; slot <= 8; slot += 1) {
    const next = drawn(store.addRecoverySlot('envelope'))
    expect(next.slot).toBe(slot)
    await next.confirm(next.recoveryKeyText, later)
  }
  expect(store.addRecoverySlot('envelope')).toEqual({ refused: 'no-room-for-slot' })
  await store.close()
})

test('cut off before any of its steps, a removal leaves the key either in or out', async () => {
  const vault = await withEnvelope()
  const outcomes = new Set<string>()
  await crashEverywhere(
    vault,
    (store) => store.removeSlot(3, later),
    async (left, finished) => {
      const before = await openBy(left.folder, vault.envelope)
      const isOut = 'refused' in before
      if (isOut) expect(before).toEqual(wrongKey)
      else await before.close()
      if (finished) expect(isOut).toBe(true)
      expect((await look(left)).findings).toEqual([])
      const after = await openBy(left.folder, vault.envelope)
      expect('refused' in after).toBe(isOut)
      if (!('refused' in after)) await after.close()
      outcomes.add(String(isOut))
    },
  )
  expect([...outcomes]).toEqual(['false', 'true'])
})

test('a new passphrase and new epochs go together in any order', async () => {
  const vault = await copyOf(sample)
  const store = opened(await openSample(vault))
  await store.rotate(later)
  const first = { current: { passphrase }, passphrase: 'tweede reeks woorden', params, kdf: argon2id, at }
  expect(await store.changePassphrase(first)).toBeUndefined()
  await store.rotate(later)
  await store.commit([put('b', 2)], later)
  const content = contentOf(store)
  await store.close()
  expect(await openVault(vault.folder, { passphrase }, { kdf: argon2id })).toEqual({
    refused: 'wrong-passphrase',
  })
  const again = opened(
    await openVault(vault.folder, { passphrase: 'tweede reeks woorden' }, { kdf: argon2id }),
  )
  expect(again.openedWith).toEqual({ slot: 1, kind: 'passphrase' })
  expect(contentOf(again)).toEqual(content)
  await again.close()
})
