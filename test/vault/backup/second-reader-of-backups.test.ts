import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { expect, test } from 'vitest'
import { fill, newVault, put } from '../store-fixture.ts'
import { backedUp } from './backup-fixture.ts'

const hash = (bytes: Uint8Array) => Buffer.from(sodium.crypto_generichash(32, new Uint8Array(bytes), null))
const ascii = (text: string) => Buffer.from(text, 'latin1')
const endsWithSum = (bytes: Buffer) => expect(bytes.subarray(-32)).toEqual(hash(bytes.subarray(0, -32)))

test('a reader made from the specification alone finds the snapshot in a backup', async () => {
  await sodium.ready
  const vault = await newVault()
  await fill(vault, [put('a', 'x'.repeat(2_200_000)), put('b', 2)])
  const { path, order, facts } = await backedUp(vault)
  const bytes = await readFile(path)
  const b = bytes.readUInt32LE(12)
  const h = bytes.readUInt32LE(36)
  const n = Number(bytes.readBigUInt64LE(48))
  expect(bytes.subarray(0, 12)).toEqual(Buffer.concat([ascii('LUWTEBCK'), Buffer.from([1, 0, 0, 0])]))
  expect([b, bytes.length]).toEqual([152 + h, b + 24 + n + 17 * Math.max(1, Math.ceil(n / 2 ** 20)) + 32])
  endsWithSum(bytes)
  endsWithSum(bytes.subarray(0, b))
  const vaultId = bytes.subarray(16, 32)
  expect(facts.fileName).toBe(`luwte-${vaultId.subarray(0, 4).toString('hex')}-1-2026-11-20.luwte`)
  expect(Number(bytes.readBigUInt64LE(40))).toBe(facts.stateNumber)
  expect(bytes.subarray(56, 88).toString('hex')).toBe(facts.head)
  const place = [
    vaultId,
    bytes.subarray(32, 36),
    Buffer.alloc(4),
    bytes.subarray(40, 48),
    bytes.subarray(56, 88),
  ]
  const anchor = Buffer.concat([ascii('luwte-anchor-v1\0'), ...place])
  expect(bytes.subarray(88, 120)).toEqual(Buffer.from(order.ledgerHash(new Uint8Array(anchor))))

  const start = new Uint8Array(bytes.subarray(b, b + 24))
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(start, order.backupKey)
  const associated = Buffer.concat([ascii('luwte-backup-v1\0'), bytes.subarray(b - 32, b)])
  const content: Buffer[] = []
  for (let at = b + 24; at < bytes.length - 32; at += 2 ** 20 + 17) {
    const chunk = new Uint8Array(bytes.subarray(at, Math.min(at + 2 ** 20 + 17, bytes.length - 32)))
    const bound = at === b + 24 ? new Uint8Array(associated) : null
    const opened = sodium.crypto_secretstream_xchacha20poly1305_pull(state, chunk, bound)
    if (!opened) throw new Error('the specification does not hold')
    expect(opened.tag).toBe(at + 2 ** 20 + 17 < bytes.length - 32 ? 0 : 3)
    content.push(Buffer.from(opened.message))
  }
  const snapshot = Buffer.concat(content)
  expect([snapshot.length, snapshot.readUInt32LE(12)]).toEqual([n, 0])
  expect(snapshot.equals(order.snapshot)).toBe(true)
  expect(snapshot.subarray(80, 80 + h)).toEqual(bytes.subarray(120, 120 + h))
})

test('a reader made from the specification alone finds what was destroyed', async () => {
  await sodium.ready
  const { order, target, path } = await backedUp(await newVault(), ['case:a', 'case:b'])
  const bytes = await readFile(join(target, 'destroyed.luwte'))
  endsWithSum(bytes)
  expect(bytes.subarray(0, 16)).toEqual(
    Buffer.concat([ascii('LUWTEDST'), Buffer.from([1, 0, 0, 0, 1, 0, 0, 0])]),
  )
  const vaultId = bytes.subarray(16, 32)
  expect(vaultId).toEqual((await readFile(path)).subarray(16, 32))
  const sealed = new Uint8Array(bytes.subarray(36, 36 + bytes.readUInt32LE(32)))
  expect(36 + sealed.length + 32).toBe(bytes.length)
  const key = order.ledgerHash(new Uint8Array(ascii('luwte-listkey-v1')))
  const associated = new Uint8Array(Buffer.concat([ascii('luwte-destroyed1'), vaultId]))
  const nonce = sealed.subarray(0, 24)
  const plain = Buffer.from(
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed.subarray(24), associated, nonce, key),
  )
  expect([plain.length, plain.readUInt32LE(0)]).toEqual([4096, 2])
  const listed = [plain.subarray(4, 36), plain.subarray(36, 68)].map((one) => one.toString('hex'))
  expect(listed).toEqual(order.destroyed.map((one) => Buffer.from(one).toString('hex')).sort())
})
