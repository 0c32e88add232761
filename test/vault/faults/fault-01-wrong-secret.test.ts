import { beforeAll, describe, expect, test, vi } from 'vitest'
import { drillBackup } from '../../../electron/vault/store/backup/drill-backup.ts'
import { recoveryKeyText } from '../../../electron/vault/store/crypto/v1/recovery-key.ts'
import { argon2id, openVault } from '../../../electron/vault/store/store.ts'
import { filledAndBackedUp } from '../backup/backup-fixture.ts'
import {
  contentOf,
  newVault,
  noKdf,
  opened,
  openSample,
  params,
  passphrase,
  put,
  type Sample,
} from '../store-fixture.ts'
import { filesOf, inMemory, type VaultInMemory } from './vault-in-memory.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let sample: Sample
let vault: VaultInMemory
let content: Record<string, unknown>
let backup: string
/** Well typed, and of no vault. */
let anotherKey: string
beforeAll(async () => {
  sample = await newVault()
  ;({ content, path: backup } = await filledAndBackedUp(sample, [put('a', { text: 'Proefpersoon A' })]))
  anotherKey = recoveryKeyText(new Uint8Array(32).fill(9))
  vault = inMemory(sample)
})

const openWith = (secret: { passphrase: string } | { recoveryKey: string }) =>
  openVault(vault.folder, secret, { kdf: 'passphrase' in secret ? argon2id : noKdf, disk: vault.disk })

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const mistyped = (key: string, at: number): string =>
  key.slice(0, at) + alphabet.charAt((alphabet.indexOf(key.charAt(at)) + 1) % 32) + key.slice(at + 1)

describe('fault 1: wrong passphrase, wrong recovery group', () => {
  test('a vault opens with its passphrase and with its recovery key', async () => {
    for (const secret of [{ passphrase }, { recoveryKey: sample.recoveryKey }]) {
      const store = opened(await openWith(secret))
      expect(contentOf(store)).toEqual(content)
      await store.close()
    }
  })

  test.each([
    ['with a full stop more', `${passphrase}.`],
    ['with a space before it', ` ${passphrase}`],
    ['that is empty', ''],
  ])(
    'a passphrase %s is wrong, never damage, and not a byte of the vault is touched',
    async (_what, wrong) => {
      const before = filesOf(vault)
      expect(await openWith({ passphrase: wrong })).toEqual({ refused: 'wrong-passphrase' })
      expect(filesOf(vault)).toEqual(before)
    },
  )

  test('one wrong symbol of the recovery key, at whichever place, names its group and asks for no more', async () => {
    const before = filesOf(vault)
    const places = [...sample.recoveryKey].flatMap((symbol, at) => (symbol === '-' ? [] : [at]))
    expect(places).toHaveLength(66)
    for (const at of places) {
      const answer = await openWith({ recoveryKey: mistyped(sample.recoveryKey, at) })
      expect(answer, `symbol ${at}`).toEqual({
        refused: 'wrong-recovery-key',
        groups: [Math.floor(at / 7) + 1],
      })
    }
    expect(filesOf(vault)).toEqual(before)
  })

  test('two wrong groups are both named', async () => {
    const twice = mistyped(mistyped(sample.recoveryKey, 0), 63)
    expect(await openWith({ recoveryKey: twice })).toEqual({ refused: 'wrong-recovery-key', groups: [1, 10] })
  })

  test('a recovery key that is well typed and of another vault opens nothing and is wrong, never damage', async () => {
    const before = filesOf(vault)
    expect(await openWith({ recoveryKey: anotherKey })).toEqual({ refused: 'wrong-recovery-key', groups: [] })
    expect(filesOf(vault)).toEqual(before)
  })

  test('after three wrong tries the right secret opens all the same', async () => {
    for (const at of [1, 20, 60]) await openWith({ recoveryKey: mistyped(sample.recoveryKey, at) })
    await opened(await openSample(vault)).close()
  })

  test('the same is said of a backup', async () => {
    expect(await drillBackup(backup, { passphrase: 'iets anders' }, argon2id)).toEqual({
      refused: 'wrong-passphrase',
    })
    expect(await drillBackup(backup, { recoveryKey: anotherKey }, noKdf)).toEqual({
      refused: 'wrong-recovery-key',
      groups: [],
    })
    expect(await drillBackup(backup, { recoveryKey: mistyped(sample.recoveryKey, 8) }, noKdf)).toEqual({
      refused: 'wrong-recovery-key',
      groups: [2],
    })
  })

  test('a wrong secret does not change what may change the secrets', async () => {
    const store = opened(await openSample(vault))
    const before = filesOf(vault)
    const change = { current: { passphrase: 'fout' }, passphrase: 'nieuw', params, kdf: argon2id, at: '' }
    expect(await store.changePassphrase(change)).toEqual({ refused: 'wrong-passphrase' })
    expect(await store.prove({ recoveryKey: anotherKey }, noKdf)).toHaveProperty('refused')
    expect(filesOf(vault)).toEqual(before)
    await store.close()
  })
})
