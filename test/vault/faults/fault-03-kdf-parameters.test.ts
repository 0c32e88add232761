import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { drillBackup } from '../../../electron/vault/store/backup/drill-backup.ts'
import { argon2id, type Kdf, openVault } from '../../../electron/vault/store/store.ts'
import { backedUp, changedCopy, rightChecksums } from '../backup/backup-fixture.ts'
import { fill, newVault, openSample, passphrase, put, type Sample } from '../store-fixture.ts'
import { withEveryHeader, withRightSum } from './forged-files.ts'
import { filesOf, inMemory, type VaultInMemory } from './vault-in-memory.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let sample: Sample
let vault: VaultInMemory
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', 1)])
  vault = inMemory(sample)
})

/** Where a header says what guessing a passphrase costs: algorithm, memory in KiB, passes, lanes. */
const [algorithm, memory, passes, lanes] = [44, 48, 52, 56]
const outOfBounds: [string, number, number][] = [
  ['no memory at all', memory, 0],
  ['8 MiB of memory', memory, 8 * 1024],
  ['one KiB less than the floor', memory, 256 * 1024 - 1],
  ['one KiB more than the ceiling', memory, 1024 * 1024 + 1],
  ['4 GiB of memory', memory, 4 * 1024 * 1024],
  ['all the memory that can be written down', memory, 0xffffffff],
  ['no passes', passes, 0],
  ['one pass', passes, 1],
  ['two passes', passes, 2],
  ['eleven passes', passes, 11],
  ['four million passes', passes, 4_000_000],
  ['another algorithm', algorithm, 1],
  ['no lanes', lanes, 0],
  ['four lanes', lanes, 4],
]

describe('fault 3: KDF parameters lowered or raised', () => {
  test.each(outOfBounds)(
    '%s: refused as somebody’s work before anything is derived',
    async (_what, at, value) => {
      const asked: number[] = []
      const kdf: Kdf = (_passphrase, _salt, { memoryKiB }) => {
        asked.push(memoryKiB)
        return Promise.reject(new Error('a key was derived'))
      }
      const changed = withEveryHeader(vault, (header) => header.writeUInt32LE(value, at))
      const before = filesOf(changed)
      const answer = await openVault(vault.folder, { passphrase }, { kdf, disk: changed.disk })
      expect(answer).toMatchObject({ refused: 'tampered' })
      expect(asked).toEqual([])
      expect(filesOf(changed)).toEqual(before)
    },
  )

  test('memory or passes out of bounds are refused by the derivation itself, before it takes any', async () => {
    for (const [what, at, value] of outOfBounds.filter(([, where]) => where === memory || where === passes)) {
      const costs = { memoryKiB: 256 * 1024, passes: 3, [at === memory ? 'memoryKiB' : 'passes']: value }
      const derived = argon2id(new Uint8Array(8), new Uint8Array(16), costs)
      await expect(derived, what).rejects.toThrow('out of bounds')
    }
  })

  test.each(outOfBounds)('%s in a backup: refused before a passphrase is tried', async (_what, at, value) => {
    const { path } = await backedUp(sample)
    const cheap = await changedCopy(path, (bytes) => {
      const header = bytes.subarray(120, 120 + bytes.readUInt32LE(36))
      header.writeUInt32LE(value, at)
      withRightSum(header)
      return rightChecksums(bytes)
    })
    const before = await readFile(cheap)
    const kdf: Kdf = () => Promise.reject(new Error('a key was derived'))
    expect(await drillBackup(cheap, { passphrase }, kdf)).toEqual({ refused: 'tampered', fields: ['header'] })
    expect(await readFile(cheap)).toEqual(before)
  })

  test('altered within the bounds they read as a wrong passphrase, and the recovery key tells the truth', async () => {
    const changed = withEveryHeader(vault, (header) => header.writeUInt32LE(4, passes))
    const before = filesOf(changed)
    const byPassphrase = openVault(vault.folder, { passphrase }, { kdf: argon2id, disk: changed.disk })
    expect(await byPassphrase).toEqual({ refused: 'wrong-passphrase' })
    expect(await openSample(changed)).toMatchObject({ refused: 'tampered' })
    expect(filesOf(changed)).toEqual(before)
  })
})
