import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { differingRecords } from '../../../electron/vault/store/backup/drill-backup.ts'
import { openBackupFile } from '../../../electron/vault/store/backup/open-backup.ts'
import { restoreBackup } from '../../../electron/vault/store/backup/restore-backup.ts'
import { openVault } from '../../../electron/vault/store/store.ts'
import { goldenBackups, goldenDestroyedLater } from '../../golden/backup-1-story.ts'
import { goldenContent, goldenDestroyed } from '../../golden/vault-1-story.ts'
import { rememberingArgon2id } from '../quick-kdf.ts'
import { readBackup, readDestroyedHashes } from '../second-reader-of-backups.ts'
import { readSnapshots, readVault } from '../second-reader.ts'
import { at, copyOf, imageOf, look, newFolder, noKdf, opened, openSample, put } from '../store-fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const kdf = rememberingArgon2id()
const golden = join(import.meta.dirname, '../../golden')
const [folder, backups] = [join(golden, 'vault-1'), join(golden, 'backup-1')]
const passphrase = 'zes gouden woorden voor één proef'
const recoveryKey = '53ZT4C-DDQ4AD-P647GJ-BNQ04H-4BDM11-SV3YZG-XHY81C-CXPDA3-3R2H95-XKGWMT-1ZS9PC'
const envelopeKey = 'EFWS42-Q9GB3J-G6YYRM-8H92H2-XK3TMP-B035WH-4V24TB-8233ZH-C9BKXW-A3ZMK3-7S2NHP'
const ways = [
  { secret: { passphrase }, openedWith: { slot: 1, kind: 'passphrase' } },
  { secret: { recoveryKey }, openedWith: { slot: 2, kind: 'recovery' } },
  { secret: { recoveryKey: envelopeKey }, openedWith: { slot: 3, kind: 'envelope' } },
]

const byId = <One extends { id: string }>(records: Iterable<One>): Record<string, One> =>
  Object.fromEntries([...records].map((one) => [one.id, one]))
const withoutSchema = (records: typeof goldenContent) => records.map(({ schema: _, ...one }) => one)

describe('fault 17: every golden vault', () => {
  test('those that are opened here are all that there are', async () => {
    const names = (await readdir(golden)).filter((name) => /^(vault|backup)-\d+$/.test(name))
    expect(names.sort()).toEqual(['backup-1', 'vault-1'])
  })

  test('the vault of the first format opens with each of its three secrets, for ever', async () => {
    const before = await imageOf(folder)
    for (const { secret, openedWith } of ways) {
      const copy = await copyOf({ folder, recoveryKey })
      const store = opened(await openVault(copy.folder, secret, { kdf }))
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
    for (const { secret } of ways)
      expect(byId((await readVault(folder, secret)).values())).toEqual(byId(withoutSchema(goldenContent)))
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
    expect(await openVault(copy.folder, wrong, { kdf })).toEqual({ refused: 'wrong-passphrase' })
  })

  describe.each(['older', 'newer'] as const)('the %s of the two backups of the first format', (which) => {
    const { fileName, stateNumber, content } = goldenBackups[which]
    const path = join(backups, fileName)

    test('opens with each of its three secrets, for ever, record by record', async () => {
      for (const { secret, openedWith } of ways) {
        const answer = await openBackupFile(path, secret, kdf)
        if ('refused' in answer) throw new Error(answer.refused)
        expect(answer.openedWith).toEqual(openedWith)
        expect(answer.content.stateNumber).toBe(stateNumber)
        expect(byId(answer.content.records.values())).toEqual(byId(content))
        answer.keyring.wipe()
      }
    })

    test('holds the same for the second reader', async () => {
      const bytes = new Uint8Array(await readFile(path))
      for (const secret of [{ recoveryKey }, { recoveryKey: envelopeKey }]) {
        const read = await readBackup(bytes, secret)
        expect(byId(read.records.values())).toEqual(byId(withoutSchema(content)))
        const list = new Uint8Array(await readFile(join(backups, 'destroyed.luwte')))
        expect(readDestroyedHashes(list, read)).toHaveLength(2)
      }
    })

    test('is restored record by record, without what was destroyed after it was made', async () => {
      const stick = await newFolder()
      await cp(backups, stick, { recursive: true })
      const into = join(await newFolder(), 'kluis')
      const means = { kdf: noKdf, at }
      expect(await restoreBackup(join(stick, fileName), { recoveryKey }, into, means)).toMatchObject({
        records: goldenContent.length,
        destroyedAgain: which === 'older' ? [goldenDestroyedLater] : [],
        lists: [{ folder: stick, list: 'whole' }],
      })
      const store = opened(await openVault(into, { passphrase }, { kdf }))
      expect(differingRecords(store.all(), goldenContent)).toEqual([])
      for (const scope of [goldenDestroyed, goldenDestroyedLater]) expect(store.isDestroyed(scope)).toBe(true)
      await store.close()
    })
  })
})
