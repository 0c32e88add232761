import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { expectationOf, proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import { drillBackup } from '../../../electron/vault/store/backup/drill-backup.ts'
import { fill, newFolder, newVault, noKdf, passphrase, put, type Sample } from '../store-fixture.ts'
import { checksum } from '../../../electron/vault/store/crypto/v1/checksum.ts'
import { argon2id } from '../../../electron/vault/store/crypto/v1/kdf.ts'
import { backedUp, changedCopy, rightChecksums } from './backup-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let sample: Sample
let small: Awaited<ReturnType<typeof backedUp>>
let large: Awaited<ReturnType<typeof backedUp>>
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', { text: 'een' }), put('b', ['twee', 2])])
  small = await backedUp(sample)
  await fill(sample, [put('groot', 'x'.repeat(2_600_000))])
  large = await backedUp(sample)
})

const proof = (path: string, { order } = small) =>
  proveBackup(path, order.backupKey, expectationOf(order.snapshot, order.recordLengths))
const drill = (path: string) => drillBackup(path, { recoveryKey: sample.recoveryKey }, noKdf)

test('a backup opens with the passphrase or the recovery key, and tells how far the vault was', async () => {
  const expected = { stateNumber: 1, head: small.facts.head, records: 2 }
  expect(await drill(small.path)).toMatchObject(expected)
  expect(await drillBackup(small.path, { passphrase }, argon2id)).toMatchObject(expected)
  expect(await proof(small.path)).toEqual({ proven: true, bytes: small.facts.bytes })
  expect(await proof(large.path, large)).toEqual({ proven: true, bytes: large.facts.bytes })
})

test('a wrong passphrase and a wrong recovery key are named as such, not as damage', async () => {
  const other = await newVault()
  expect(await drillBackup(small.path, { passphrase: 'iets anders' }, argon2id)).toEqual({
    refused: 'wrong-passphrase',
  })
  expect(await drillBackup(small.path, { recoveryKey: other.recoveryKey }, noKdf)).toEqual({
    refused: 'wrong-recovery-key',
    groups: [],
  })
  const mistyped = sample.recoveryKey.replace(/^./, (symbol) => (symbol === 'Z' ? 'Y' : 'Z'))
  expect(await drillBackup(small.path, { recoveryKey: mistyped }, noKdf)).toEqual({
    refused: 'wrong-recovery-key',
    groups: [1],
  })
})

test('a flipped byte anywhere is refused as damage', async () => {
  const bytes = await readFile(small.path)
  const copy = join(await newFolder(), 'flipped.luwte')
  for (let offset = 0; offset < bytes.length; offset += offset < 800 ? 3 : 97) {
    const flipped = Buffer.from(bytes)
    flipped[offset] = (flipped[offset] ?? 0) ^ (1 << (offset % 8))
    await writeFile(copy, flipped)
    expect(await proof(copy), `byte ${offset}`).toMatchObject({ refused: 'damaged' })
  }
})

test('a byte that somebody changed, checksums and all, is refused as tampering', async () => {
  const bytes = await readFile(small.path)
  const beginning = bytes.readUInt32LE(12)
  const copy = join(await newFolder(), 'tampered.luwte')
  for (let offset = 16; offset < bytes.length - 32; offset += offset < beginning ? 7 : 211) {
    if (offset >= beginning - 32 && offset < beginning) continue
    const changed = Buffer.from(bytes)
    changed[offset] = (changed[offset] ?? 0) ^ 0x10
    await writeFile(copy, rightChecksums(changed))
    const answer = await drill(copy)
    const slugs = ['tampered', 'damaged', 'wrong-recovery-key', 'newer-format']
    expect(slugs, `byte ${offset}`).toContain('refused' in answer ? answer.refused : 'opened')
    if (offset >= beginning) expect(answer).toMatchObject({ refused: 'tampered', fields: ['chunk-0'] })
  }
})

test('a backup cut at any place, also just between two chunks, is refused and says that its end is missing', async () => {
  const bytes = await readFile(large.path)
  const beginning = bytes.readUInt32LE(12)
  const borders = [0, 1, 2, 3].map((chunk) => beginning + 24 + chunk * (1_048_576 + 17))
  const sampled = Array.from(
    { length: 40 },
    (_, index) => 152 + Math.floor((index * (bytes.length - 153)) / 40),
  )
  const copy = join(await newFolder(), 'cut.luwte')
  for (const length of [...borders, ...borders.map((border) => border + 1), ...sampled, bytes.length - 1]) {
    if (length >= bytes.length) continue
    await writeFile(copy, bytes.subarray(0, length))
    expect(await proof(copy, large), `cut at ${length}`).toEqual({ refused: 'damaged', fields: ['end'] })
  }
  for (const length of [0, 4, 8, 20, 100]) {
    await writeFile(copy, bytes.subarray(0, length))
    expect(await proof(copy, large)).toHaveProperty('refused')
  }
})

test('a backup cut between two chunks by somebody who mends lengths and checksums is refused as tampering', async () => {
  const bytes = await readFile(large.path)
  const beginning = bytes.readUInt32LE(12)
  for (const chunks of [1, 2]) {
    const end = beginning + 24 + chunks * (1_048_576 + 17)
    const cut = Buffer.concat([bytes.subarray(0, end), Buffer.alloc(32)])
    cut.writeBigUInt64LE(BigInt(chunks * 1_048_576), 48)
    const path = await changedCopy(large.path, () => rightChecksums(cut))
    expect(await drill(path)).toMatchObject({ refused: 'tampered', fields: ['chunk-0'] })
  }
})

test('a backup with anything behind its end is refused', async () => {
  for (const extra of [1, 17, 4096]) {
    const path = await changedCopy(small.path, (bytes) => Buffer.concat([bytes, Buffer.alloc(extra)]))
    expect(await proof(path)).toEqual({ refused: 'damaged', fields: ['after-end'] })
  }
})

test('chunks that change places, or come from another backup of the same vault, are refused as tampering', async () => {
  const at = (chunk: number, bytes: Buffer) => bytes.readUInt32LE(12) + 24 + chunk * (1_048_576 + 17)
  const swapped = await changedCopy(large.path, (bytes) => {
    const parts = [bytes.subarray(0, at(0, bytes)), bytes.subarray(at(1, bytes), at(2, bytes))]
    parts.push(bytes.subarray(at(0, bytes), at(1, bytes)), bytes.subarray(at(2, bytes)))
    return rightChecksums(Buffer.concat(parts))
  })
  expect(await drill(swapped)).toEqual({ refused: 'tampered', fields: ['chunk-0'] })
  const again = await readFile((await backedUp(sample)).path)
  const mixed = await changedCopy(large.path, (bytes) => {
    again.copy(bytes, at(1, bytes), at(1, again), at(2, again))
    return rightChecksums(bytes)
  })
  expect(await drill(mixed)).toEqual({ refused: 'tampered', fields: ['chunk-1'] })
})

test('the beginning of another backup before this content is refused: each is bound to the other', async () => {
  const other = await readFile((await backedUp(sample)).path)
  const bytes = await readFile(small.path)
  const length = other.readUInt32LE(12)
  const joined = Buffer.concat([other.subarray(0, length), bytes.subarray(bytes.readUInt32LE(12))])
  joined.writeBigUInt64LE(bytes.readBigUInt64LE(48), 48)
  const path = await changedCopy(small.path, () => rightChecksums(joined))
  expect(await drill(path)).toEqual({ refused: 'tampered', fields: ['chunk-0'] })
})

test('a backup of another vault, an older and a newer state are each refused by name', async () => {
  const stranger = await newVault()
  const theirs = await backedUp(stranger)
  expect(await proof(theirs.path)).toEqual({ refused: 'other-vault' })
  expect(await proof(small.path, large)).toEqual({ refused: 'older-state' })
  expect(await proof(large.path, small)).toEqual({ refused: 'newer-state' })
})

test('a newer format is refused as such when it is whole, and as damage when it is not', async () => {
  const newer = await changedCopy(small.path, (bytes) => {
    bytes.writeUInt16LE(2, 8)
    return rightChecksums(bytes)
  })
  expect(await proof(newer)).toEqual({ refused: 'newer-format', format: 2 })
  const flipped = await changedCopy(small.path, (bytes) => {
    bytes.writeUInt16LE(2, 8)
    return bytes
  })
  expect(await proof(flipped)).toEqual({ refused: 'damaged', fields: ['beginning'] })
})

test('what is no backup, or is not there, is refused without being read whole', async () => {
  const document = join(await newFolder(), 'brief.luwte')
  await writeFile(document, '%PDF-1.7 fictief')
  expect(await proof(document)).toEqual({ refused: 'not-a-backup' })
  expect(await proof(await newFolder())).toEqual({ refused: 'not-a-backup' })
  expect(await proof(join(await newFolder(), 'weg.luwte'))).toEqual({ refused: 'no-backup' })
})

test('a backup whose cost of guessing somebody lowered is refused before a passphrase is tried', async () => {
  const cheap = await changedCopy(small.path, (bytes) => {
    const length = bytes.readUInt32LE(36)
    const header = bytes.subarray(120, 120 + length)
    header.writeUInt32LE(8, 48)
    header.set(checksum(header.subarray(0, length - 32)), length - 32)
    return rightChecksums(bytes)
  })
  expect(await drillBackup(cheap, { passphrase }, noKdf)).toEqual({ refused: 'tampered', fields: ['header'] })
})

test('a record that is not the one that the vault holds is named by its number', async () => {
  const { order } = small
  const expected = expectationOf(order.snapshot, order.recordLengths)
  const second = expected.records[1]
  if (!second) throw new Error('no second record')
  const differs = {
    ...expected,
    records: [...expected.records.slice(0, 1), { ...second, hash: new Uint8Array(32) }],
  }
  expect(await proveBackup(small.path, order.backupKey, differs)).toEqual({
    refused: 'tampered',
    fields: ['record-1'],
  })
  const fewer = { ...expected, records: expected.records.slice(0, 1) }
  expect(await proveBackup(small.path, order.backupKey, fewer)).toEqual({
    refused: 'tampered',
    fields: ['record-1'],
  })
})

test('no word of what the vault holds stands in a backup or its name', async () => {
  await fill(sample, [put('merkteken-id', { text: 'merkteken-tekst' }, 'case:merkteken')])
  const { path } = await backedUp(sample)
  expect(path).toMatch(/luwte-[0-9a-f]{8}-\d+-2026-11-20\.luwte$/)
  expect((await readFile(path)).includes('merkteken')).toBe(false)
})
