import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { argon2id, openVault } from '../../electron/vault/store/store.ts'
import { goldenContent, goldenDestroyed } from '../golden/vault-1-story.ts'
import { readSnapshots, readVault } from './second-reader.ts'
import { at, copyOf, imageOf, look, opened, openSample, put } from './store-fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = join(import.meta.dirname, '../golden/vault-1')
const passphrase = 'zes gouden woorden voor één proef'
const recoveryKey = '53ZT4C-DDQ4AD-P647GJ-BNQ04H-4BDM11-SV3YZG-XHY81C-CXPDA3-3R2H95-XKGWMT-1ZS9PC'
const envelopeKey = 'EFWS42-Q9GB3J-G6YYRM-8H92H2-XK3TMP-B035WH-4V24TB-8233ZH-C9BKXW-A3ZMK3-7S2NHP'

const byId = <One extends { id: string }>(records: Iterable<One>): Record<string, One> =>
  Object.fromEntries([...records].map((one) => [one.id, one]))

test('the vault of the first format opens with each of its three secrets, for ever', async () => {
  const before = await imageOf(folder)
  const ways = [
    { secret: { passphrase }, openedWith: { slot: 1, kind: 'passphrase' } },
    { secret: { recoveryKey }, openedWith: { slot: 2, kind: 'recovery' } },
    { secret: { recoveryKey: envelopeKey }, openedWith: { slot: 3, kind: 'envelope' } },
  ]
  for (const { secret, openedWith } of ways) {
    const copy = await copyOf({ folder, recoveryKey })
    const store = opened(await openVault(copy.folder, secret, { kdf: argon2id }))
    expect(store.findings).toEqual([])
    expect(store.openedWith).toEqual(openedWith)
    expect(byId(store.all())).toEqual(byId(goldenContent))
    expect(store.state).toEqual({
      vaultId: '08c89648f6dcb21b8618bcd30d8d751a',
      stateNumber: 8,
      head: '764309750cb348e5e56a81a2aef720d35128ef79c418118f7acc2ec81f36e04d',
      lastChangeAt: '2026-11-20T18:08:00.000Z',
    })
    expect(store.isDestroyed(goldenDestroyed)).toBe(true)
    expect(store.isDestroyed('case:1')).toBe(false)
    await store.close()
    expect(await imageOf(copy.folder)).toEqual(before)
  }
})

test('the second reader finds the same in it', async () => {
  const plain = goldenContent.map(({ schema: _, ...one }) => one)
  for (const way of [{ passphrase }, { recoveryKey }, { recoveryKey: envelopeKey }])
    expect(byId((await readVault(folder, way)).values())).toEqual(byId(plain))
  expect((await readSnapshots(folder, { recoveryKey })).map(({ epoch }) => epoch)).toEqual([3, 3])
})

test('it can be worked in, carried into a new epoch, and keeps what it held', async () => {
  const copy = await copyOf({ folder, recoveryKey })
  const store = opened(await openSample(copy))
  await store.commit([put('nieuw', 1)], at)
  await store.rotate(at)
  await store.close()
  const { content, findings } = await look(copy)
  expect(findings).toEqual([])
  expect(Object.keys(content).sort()).toEqual(
    ['nieuw', 'stateNumber', ...goldenContent.map(({ id }) => id)].sort(),
  )
})

test('its secrets are those that are written here, and no others', async () => {
  const copy = await copyOf({ folder, recoveryKey })
  const wrong = { passphrase: passphrase.replace('é', 'e') }
  expect(await openVault(copy.folder, wrong, { kdf: argon2id })).toEqual({ refused: 'wrong-passphrase' })
})
