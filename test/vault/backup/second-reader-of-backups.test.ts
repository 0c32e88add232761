import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { readBackup, readDestroyedHashes } from '../second-reader-of-backups.ts'
import { fill, newVault, passphrase, put } from '../store-fixture.ts'
import { backedUp } from './backup-fixture.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test('a reader made from the specification alone finds every record in a backup, with either secret', async () => {
  const vault = await newVault()
  await fill(vault, [put('a', 'x'.repeat(2_200_000)), put('b', 2)])
  const { path, order, facts } = await backedUp(vault)
  const bytes = new Uint8Array(await readFile(path))
  const read = await readBackup(bytes, vault)
  expect([read.records.get('a')?.body, read.records.get('b')?.body]).toEqual(['x'.repeat(2_200_000), 2])
  expect(Buffer.compare(read.snapshot, order.snapshot)).toBe(0)
  expect([read.state, hex(read.head)]).toEqual([facts.stateNumber, facts.head])
  expect(basename(path)).toBe(`luwte-${hex(read.vault).slice(0, 8)}-1-2026-11-20.luwte`)
  expect((await readBackup(bytes, { passphrase })).records).toEqual(read.records)
  await expect(readBackup(bytes, { passphrase: 'iets anders' })).rejects.toThrow('no slot opens')
})

test('a reader made from the specification alone finds what was destroyed', async () => {
  const vault = await newVault()
  const { order, target, path } = await backedUp(vault, ['case:a', 'case:b'])
  const read = await readBackup(new Uint8Array(await readFile(path)), vault)
  const list = new Uint8Array(await readFile(join(target, 'destroyed.luwte')))
  expect(readDestroyedHashes(list, read).map(hex)).toEqual(order.destroyed.map(hex).sort())
})
