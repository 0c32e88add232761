import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { drillBackup } from '../../../electron/vault/store/backup/drill-backup.ts'
import { restoreBackup } from '../../../electron/vault/store/backup/restore-backup.ts'
import { openVault, vaultExists } from '../../../electron/vault/store/store.ts'
import { refusalSentences } from '../../../renderer/locale/refusals.ts'
import { backedUp, backUp, changedCopy, made, orderOf, rightChecksums } from '../backup/backup-fixture.ts'
import {
  at,
  fill,
  look,
  newFolder,
  newVault,
  noKdf,
  openSample,
  passphrase,
  put,
  type Sample,
} from '../store-fixture.ts'
import { withRightSum } from './forged-files.ts'
import { filesOf, inMemory, type VaultInMemory, withChanged } from './vault-in-memory.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let sample: Sample
let vault: VaultInMemory
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', 1)])
  vault = inMemory(sample)
})

const parts = ['header-a', 'header-b', 'snapshot-0000000001', 'snapshot-0000000002', 'journal-0000000002']

const ofFormat = (part: string, format: number): VaultInMemory =>
  withChanged(vault, part, (bytes) => {
    bytes.writeUInt16LE(format, 8)
    if (!part.startsWith('journal')) return withRightSum(bytes)
    withRightSum(bytes.subarray(0, 112))
    return bytes
  })

describe('fault 16: newer format', () => {
  test.each(parts)(
    '%s of a newer format is refused and named, with either secret, and not a byte of the vault is touched',
    async (part) => {
      const newer = ofFormat(part, 7)
      const before = filesOf(newer)
      const refusal = { refused: 'newer-format', format: 7, fields: [part] }
      expect(await openSample(newer)).toEqual(refusal)
      const { folder, disk } = newer
      const byPassphrase = await openVault(folder, { passphrase }, { kdf: noKdf, disk })
      expect(byPassphrase).toEqual(refusal)
      expect(await vaultExists(folder, disk)).toBe(true)
      expect(filesOf(newer)).toEqual(before)
    },
  )

  test('a number of a newer format without its checksum is damage: no bit of bad luck locks the advisor out', async () => {
    for (const part of ['header-a', 'snapshot-0000000002']) {
      const flipped = withChanged(vault, part, (bytes) => {
        bytes.writeUInt16LE(7, 8)
        return bytes
      })
      expect((await look(flipped)).findings).toEqual([`damaged ${part}`])
    }
  })

  test('a backup of a newer format is refused by a drill and a restore, untouched, and nothing is made', async () => {
    const { path } = await backedUp(sample)
    const newer = await changedCopy(path, (bytes) => {
      bytes.writeUInt16LE(2, 8)
      return rightChecksums(bytes)
    })
    const before = await readFile(newer)
    const secret = { recoveryKey: sample.recoveryKey }
    const around = await newFolder()
    const refusal = { refused: 'newer-format', format: 2 }
    expect(await drillBackup(newer, secret, noKdf)).toEqual(refusal)
    expect(await drillBackup(newer, { passphrase }, noKdf)).toEqual(refusal)
    expect(await restoreBackup(newer, secret, join(around, 'kluis'), { kdf: noKdf, at })).toEqual(refusal)
    expect(await readdir(around)).toEqual([])
    expect((await readFile(newer)).equals(before)).toBe(true)
  })

  test('a backup of a newer format that is not whole is damage', async () => {
    const { path } = await backedUp(sample)
    const flipped = await changedCopy(path, (bytes) => {
      bytes.writeUInt16LE(2, 8)
      return bytes
    })
    const secret = { recoveryKey: sample.recoveryKey }
    expect(await drillBackup(flipped, secret, noKdf)).toEqual({ refused: 'damaged', fields: ['beginning'] })
  })

  test('a list of what was destroyed in a newer format is left as it is, and without a list there is no backup', async () => {
    const order = await orderOf(sample, ['case:a'])
    const target = await newFolder()
    const { fileName } = made((await backUp(order, target)).backup)
    const list = join(target, 'destroyed.luwte')
    const newer = await readFile(list)
    newer.writeUInt16LE(2, 8)
    await writeFile(list, withRightSum(newer))
    const before = await readdir(target)
    const refused = { refused: 'destroyed-list-unusable' }
    expect(await backUp(order, target)).toMatchObject({ backup: refused, destroyed: refused })
    expect((await readFile(list)).equals(newer)).toBe(true)
    expect([await readdir(target), before.includes(fileName)]).toEqual([before, true])
  })

  test('the advisor reads it in a sentence', () => {
    expect(refusalSentences['newer-format']).toMatch(/nieuwere Luwte.*\.$/)
  })
})
