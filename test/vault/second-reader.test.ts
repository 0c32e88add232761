import { expect, test } from 'vitest'
import { openVault } from '../../electron/vault/store/store.ts'
import { argon2id } from '../../electron/vault/store/crypto/v1/kdf.ts'
import { readVault } from './second-reader.ts'
import { at, fill, newVault, opened, passphrase, put } from './store-fixture.ts'

test('a reader made from the specification alone finds what the store wrote', async () => {
  const vault = await newVault()
  await fill(vault, [put('a', { text: 'oud' }), put('b', ['één', 2, null])], [put('weg', 1)])
  const store = opened(await openVault(vault.folder, { passphrase }, { kdf: argon2id }))
  await store.snapshot()
  await store.commit([put('a', { text: 'nieuw' }), put('weg', null), put('c', 'x'.repeat(200_000))], at)
  await store.commit([put('d', { later: true }, 'common')], at)
  const ours = [...store.all()].map(({ schema: _, ...record }) => record)
  await store.close()

  const byRecoveryKey = await readVault(vault.folder, vault)
  expect([...byRecoveryKey.values()].sort((x, y) => x.id.localeCompare(y.id))).toEqual(
    ours.sort((x, y) => x.id.localeCompare(y.id)),
  )
  expect(await readVault(vault.folder, { passphrase })).toEqual(byRecoveryKey)
  await expect(readVault(vault.folder, { passphrase: 'iets anders' })).rejects.toThrow('no slot opens')
}, 60_000)
