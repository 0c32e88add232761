import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { drillBackup } from '../../../electron/vault/store/backup/drill-backup.ts'
import { expectationOf, proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import { backedUp, changedCopy, filledAndBackedUp, rightChecksums } from '../backup/backup-fixture.ts'
import { newFolder, newVault, noKdf, put, type Sample } from '../store-fixture.ts'
import { cutAtEveryByte, extendAtEveryByte, flipEveryByte, forgeEveryByte } from './spoilt-backups.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const chunkBytes = 1_048_576 + 17

let sample: Sample
let small: { path: string; sample: Sample }
let large: Awaited<ReturnType<typeof filledAndBackedUp>>
beforeAll(async () => {
  sample = await newVault()
  const { path } = await filledAndBackedUp(sample, [put('a', { text: 'een' }), put('b', ['twee', 2])])
  small = { path, sample }
  large = await filledAndBackedUp(sample, [put('groot', 'x'.repeat(2_600_000))])
})

const proof = (path: string) =>
  proveBackup(path, large.order.backupKey, expectationOf(large.order.snapshot, large.order.recordLengths))
const drill = (path: string) => drillBackup(path, { recoveryKey: sample.recoveryKey }, noKdf)
const chunkAt = (bytes: Buffer, chunk: number) => bytes.readUInt32LE(12) + 24 + chunk * chunkBytes

describe('fault 14: backup flipped, cut, extended', () => {
  test('flipped at each byte it is refused as damage', () => flipEveryByte(small, 101))

  test('cut at each byte it is refused', () => cutAtEveryByte(small, 101))

  test('extended at each byte, or behind its end, it is refused', () => extendAtEveryByte(small, 101))

  test('changed at any byte by somebody who makes every checksum right, it never opens', () =>
    forgeEveryByte(small, 61))

  test('cut at any place, also just between two chunks, it says that its end is missing', async () => {
    const bytes = await readFile(large.path)
    const borders = [0, 1, 2].map((chunk) => chunkAt(bytes, chunk))
    const sampled = Array.from(
      { length: 40 },
      (_, index) => 152 + Math.floor((index * (bytes.length - 153)) / 40),
    )
    const copy = join(await newFolder(), 'cut.luwte')
    for (const length of [...borders, ...borders.map((border) => border + 1), ...sampled, bytes.length - 1]) {
      await writeFile(copy, bytes.subarray(0, length))
      expect(await proof(copy), `cut at ${length}`).toEqual({ refused: 'damaged', fields: ['end'] })
    }
  })

  test('cut between two chunks by somebody who mends lengths and checksums, it is refused as tampering', async () => {
    const bytes = await readFile(large.path)
    for (const chunks of [1, 2]) {
      const cut = Buffer.concat([bytes.subarray(0, chunkAt(bytes, chunks)), Buffer.alloc(32)])
      cut.writeBigUInt64LE(BigInt(chunks * 1_048_576), 48)
      const path = await changedCopy(large.path, () => rightChecksums(cut))
      expect(await drill(path)).toMatchObject({ refused: 'tampered', fields: ['chunk-0'] })
    }
  })

  test('chunks that change places, or come from another backup of the same vault, are refused as tampering', async () => {
    const swapped = await changedCopy(large.path, (bytes) => {
      const [zero, one, two] = [0, 1, 2].map((chunk) => chunkAt(bytes, chunk))
      const parts = [bytes.subarray(0, zero), bytes.subarray(one, two)]
      parts.push(bytes.subarray(zero, one), bytes.subarray(two))
      return rightChecksums(Buffer.concat(parts))
    })
    expect(await drill(swapped)).toEqual({ refused: 'tampered', fields: ['chunk-0'] })
    const again = await readFile((await backedUp(sample)).path)
    const mixed = await changedCopy(large.path, (bytes) => {
      again.copy(bytes, chunkAt(bytes, 1), chunkAt(again, 1), chunkAt(again, 2))
      return rightChecksums(bytes)
    })
    expect(await drill(mixed)).toEqual({ refused: 'tampered', fields: ['chunk-1'] })
  })
})
