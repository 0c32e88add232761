import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test, vi } from 'vitest'
import { argon2id, openVault, vaultExists } from '../../electron/vault/store/store.ts'
import {
  at,
  change,
  contentOf,
  copyOf,
  fill,
  flip,
  imageOf,
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

let sample: Sample
let content: Record<string, unknown>
beforeAll(async () => {
  await sodium.ready
  sample = await newVault()
  content = await fill(sample, [put('a', 1)], [put('b', 2)])
})

const headers = ['header-a', 'header-b']
const snapshots = ['snapshot-0000000001', 'snapshot-0000000002']

/** Makes the unkeyed checksum of a header fit again, as somebody would who knows the format. */
function withChecksum(header: Buffer): Buffer {
  const end = header.length - 32
  Buffer.from(sodium.crypto_generichash(32, header.subarray(0, end), null)).copy(header, end)
  return header
}

/** The same for the checksum at the end of a snapshot. */
function withSnapshotChecksum(snapshot: Buffer): Buffer {
  const end = snapshot.length - 32
  Buffer.from(sodium.crypto_generichash(32, snapshot.subarray(0, end), null)).copy(snapshot, end)
  return snapshot
}

/** Changes every copy of the header that a vault has, with all unkeyed checksums right. */
async function changeEveryHeader(folder: string, edit: (header: Buffer) => void): Promise<void> {
  const edited = (header: Buffer): Buffer => {
    edit(header)
    return withChecksum(header)
  }
  for (const name of headers) await change(join(folder, name), edited)
  for (const name of snapshots) {
    await change(join(folder, name), (bytes) => {
      edited(bytes.subarray(80, 80 + bytes.readUInt32LE(56)))
      return withSnapshotChecksum(bytes)
    })
  }
}

test('a header copy with any one byte flipped is named, survived by the other copy and made whole', async () => {
  const length = (await readFile(join(sample.folder, 'header-a'))).length
  for (let offset = 0; offset < length; offset += offset < 64 ? 1 : 13) {
    const name = headers[offset % 2] ?? ''
    const vault = await copyOf(sample)
    const path = join(vault.folder, name)
    const whole = await readFile(path)
    await change(path, flip(offset))
    expect(await look(vault)).toEqual({ content, findings: [`damaged ${name}`] })
    expect(await readFile(path)).toEqual(whole)
    if (offset % 8 === 0) expect((await look(vault)).findings).toEqual([])
  }
})

test('with both header files damaged or gone, the copy in the snapshot opens the vault', async () => {
  const damaged = await copyOf(sample)
  for (const name of headers) await change(join(damaged.folder, name), flip(40))
  expect(await look(damaged)).toEqual({ content, findings: ['damaged header-a', 'damaged header-b'] })
  const gone = await copyOf(sample)
  for (const name of headers) await rm(join(gone.folder, name))
  expect(await look(gone)).toEqual({ content, findings: ['missing header-a', 'missing header-b'] })
  expect((await look(gone)).findings).toEqual([])
})

test('with every header damaged the vault is damaged, never absent, and nothing is touched', async () => {
  const vault = await copyOf(sample)
  for (const name of headers) await change(join(vault.folder, name), flip(40))
  for (const name of snapshots) await change(join(vault.folder, name), flip(80 + 40))
  const before = await imageOf(vault.folder)
  expect(await openSample(vault)).toMatchObject({ refused: 'damaged', fields: headers })
  expect(await vaultExists(vault.folder)).toBe(true)
  expect(await imageOf(vault.folder)).toEqual(before)
})

test('with only a journal left the vault is damaged, never absent', async () => {
  const vault = await copyOf(sample)
  for (const name of [...headers, ...snapshots]) await rm(join(vault.folder, name))
  expect(await vaultExists(vault.folder)).toBe(true)
  expect(await openSample(vault)).toMatchObject({ refused: 'damaged' })
})

test('a header with a changed field and a right checksum was changed by somebody, and is named so', async () => {
  for (const offset of [32, 40, 60, 80 + 4 + 64, 80 + 172 + 100]) {
    const vault = await copyOf(sample)
    await change(join(vault.folder, 'header-a'), (bytes) => {
      flip(offset)(bytes)
      return withChecksum(bytes)
    })
    const answer = await openSample(vault)
    const store = opened(answer)
    expect(store.findings.filter(({ part }) => part === 'header-a')).toEqual(
      offset === 60
        ? [{ finding: 'damaged', part: 'header-a' }]
        : [{ finding: 'tampered', part: 'header-a' }],
    )
    await store.close()
  }
})

test('lowered, raised and unknown costs of the passphrase are refused before anything is computed', async () => {
  const costs: [number, number][] = [
    [48, 8 * 1024],
    [48, 256 * 1024 - 1],
    [48, 4 * 1024 * 1024],
    [48, 0xffffffff],
    [52, 1],
    [52, 4_000_000],
    [44, 1],
    [56, 4],
  ]
  for (const [offset, value] of costs) {
    const vault = await copyOf(sample)
    await changeEveryHeader(vault.folder, (header) => header.writeUInt32LE(value, offset))
    const before = await imageOf(vault.folder)
    expect(await openVault(vault.folder, { passphrase }, { kdf: noKdf })).toMatchObject({
      refused: 'tampered',
    })
    expect(await imageOf(vault.folder)).toEqual(before)
  }
})

test('costs altered within the bounds read as a wrong passphrase, and the recovery key tells the truth', async () => {
  const vault = await copyOf(sample)
  await changeEveryHeader(vault.folder, (header) => header.writeUInt32LE(4, 52))
  expect(await openVault(vault.folder, { passphrase }, { kdf: argon2id })).toEqual({
    refused: 'wrong-passphrase',
  })
  expect(await openSample(vault)).toMatchObject({ refused: 'tampered' })
})

test('the lowest cost is refused by the derivation itself', async () => {
  const cheap = { memoryKiB: 1024, passes: 3 }
  await expect(argon2id(new Uint8Array(8), new Uint8Array(16), cheap)).rejects.toThrow('out of bounds')
})

test('a newer format, in whichever part, is refused in a word and left untouched', async () => {
  for (const part of ['header-b', 'snapshot-0000000002', 'journal-0000000002']) {
    const vault = await copyOf(sample)
    await change(join(vault.folder, part), (bytes) => {
      bytes.writeUInt16LE(7, 8)
      if (part.startsWith('header')) return withChecksum(bytes)
      if (part.startsWith('snapshot')) return withSnapshotChecksum(bytes)
      Buffer.from(sodium.crypto_generichash(32, bytes.subarray(0, 80), null)).copy(bytes, 80)
      return bytes
    })
    const before = await imageOf(vault.folder)
    expect(await openSample(vault)).toEqual({ refused: 'newer-format', format: 7 })
    expect(await imageOf(vault.folder)).toEqual(before)
  }
})

test('headers of another vault are not taken for this one', async () => {
  const vault = await copyOf(sample)
  const other = await newVault()
  for (const name of headers)
    await writeFile(join(vault.folder, name), await readFile(join(other.folder, name)))
  const withOthers = await openVault(vault.folder, { recoveryKey: other.recoveryKey }, { kdf: noKdf })
  expect(withOthers).toMatchObject({ refused: 'tampered' })
  expect(await look(vault)).toMatchObject({ content, findings: ['tampered header-a', 'tampered header-b'] })
})

test('an older header with an older passphrase that is put back is noticed and does not open', async () => {
  const vault = await copyOf(sample)
  const old = await Promise.all(headers.map((name) => readFile(join(vault.folder, name))))
  const store = opened(await openSample(vault))
  const current = { recoveryKey: vault.recoveryKey }
  await store.changePassphrase({
    current,
    passphrase: 'nieuwe woorden voor morgen',
    params,
    kdf: argon2id,
    at,
  })
  const content = contentOf(store)
  await store.close()
  for (const [index, name] of headers.entries()) await writeFile(join(vault.folder, name), old[index] ?? '')
  const before = await imageOf(vault.folder)
  expect(await openVault(vault.folder, { passphrase }, { kdf: argon2id })).toEqual({
    refused: 'wrong-passphrase',
  })
  expect(await imageOf(vault.folder)).toEqual(before)
  expect(await look(vault)).toEqual({ content, findings: ['tampered header-a', 'tampered header-b'] })
})
