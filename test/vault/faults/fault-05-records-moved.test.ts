import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { RecordRef } from '../../../electron/vault/store/crypto/v1/record.ts'
import { dice } from '../../../electron/vault/store/crypto/v1/seal.ts'
import { Keyring } from '../../../electron/vault/store/keyring.ts'
import { fill, look, newVault, opened, openSample, put } from '../store-fixture.ts'
import { type ForgedLine, withForged, withRightSum } from './forged-files.ts'
import { bytesIn, copyInMemory, inMemory, type VaultInMemory, withChanged } from './vault-in-memory.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const recordBytes = 4096 + 40
const newest = 'snapshot-0000000003'

let vault: VaultInMemory
let content: Record<string, unknown>
beforeAll(async () => {
  const sample = await newVault()
  await fill(sample, [put('a', 1, 'case:1'), put('b', 2, 'case:1'), put('c', 3, 'case:2')])
  const store = opened(await openSample(sample))
  await store.snapshot()
  await store.close()
  content = await fill(sample, [put('na', 1)])
  vault = inMemory(sample)
})

/** What is said of one record, put in the place of what is said of another, by their numbers. */
const taking =
  (from: number, to: number, ...what: (keyof ForgedLine)[]) =>
  (lines: ForgedLine[]): ForgedLine[] =>
    lines.map((line, index) =>
      index === to ? { ...line, ...Object.fromEntries(what.map((one) => [one, lines[from]?.[one]])) } : line,
    )

const relabelled = (changes: Partial<ForgedLine>) => (lines: ForgedLine[]) =>
  lines.map((line, index) => (index === 0 ? { ...line, ...changes } : line))

const swapping =
  (...what: (keyof ForgedLine)[]) =>
  (lines: ForgedLine[]) => {
    const one = taking(0, 1, ...what)(lines)
    return [...taking(1, 0, ...what)(lines).slice(0, 1), ...one.slice(1)]
  }

describe('fault 5: records swapped, moved, retyped', () => {
  test('records swapped inside a snapshot, with its checksum made right, are somebody’s work', async () => {
    const swapped = withChanged(vault, newest, (bytes) => {
      const start = bytes.length - 32 - 3 * recordBytes
      const part = (index: number) =>
        bytes.subarray(start + index * recordBytes, start + (index + 1) * recordBytes)
      const parts = [bytes.subarray(0, start), part(1), part(0), part(2), bytes.subarray(-32)]
      return withRightSum(Buffer.concat(parts))
    })
    expect(await look(swapped)).toEqual({ content, findings: [`tampered ${newest}`] })
  })

  test('a manifest that was merely sealed anew opens: what follows is not refused for its forging alone', async () => {
    expect(await look(await withForged(vault, (lines) => lines))).toEqual({ content, findings: [] })
  })

  const forgeries: [string, (lines: ForgedLine[]) => ForgedLine[]][] = [
    ['two records of one case swapped', swapping('sealed')],
    ['a record moved to the id of another', taking(0, 1, 'sealed')],
    ['a record moved to another case', taking(0, 2, 'sealed', 'keyId')],
    ['a record named after another case', relabelled({ scope: 'case:2' })],
    ['a record under another id', relabelled({ id: 'x' })],
    ['a record retyped', relabelled({ kind: 'case' })],
    ['a record of another shape', relabelled({ schema: 2 })],
    ['a record of another state', relabelled({ version: 2 })],
    ['a record under another key', relabelled({ keyId: 2 })],
    ['a record under a key that there is not', relabelled({ keyId: 77 })],
    ['a record twice', (lines) => [...lines, ...lines.slice(0, 1)]],
  ]
  test.each(forgeries)(
    '%s, by whoever holds every key but that of the case: noticed, nothing lost',
    async (_what, edit) => {
      const forged = await withForged(vault, edit)
      expect(await look(forged)).toEqual({ content, findings: [`tampered ${newest}`] })
    },
  )

  test('a sealed record opens only as what it was sealed as, each part of that by itself', async () => {
    const vaultId = new Uint8Array(16).fill(1)
    const [keyring, elsewhere] = [vaultId, new Uint8Array(16).fill(2)].map((id) => {
      const made = new Keyring(id, 1, new Uint8Array(32).fill(3), dice)
      const scopes = ['case:1', 'case:2'].map((scope, index) => ({
        scope,
        keyId: index + 1,
        key: new Uint8Array(32).fill(4),
      }))
      made.adopt(scopes)
      return made
    })
    if (!keyring || !elsewhere) throw new Error('no keyrings')
    const ref: RecordRef = { id: 'a', kind: 'note', scope: 'case:1', version: 7, schema: 1, keyId: 1 }
    const sealed = keyring.sealRecord(ref, '"tekst"')
    expect(keyring.openRecord(ref, sealed)).toBe('"tekst"')
    const others: Partial<RecordRef>[] = [
      { id: 'b' },
      { kind: 'case' },
      { scope: 'case:2' },
      { scope: 'case:2', keyId: 2 },
      { keyId: 2 },
      { version: 6 },
      { schema: 2 },
    ]
    for (const other of others)
      expect(keyring.openRecord({ ...ref, ...other }, sealed), JSON.stringify(other)).toBeUndefined()
    // The same key in another vault.
    expect(elsewhere.openRecord(ref, sealed)).toBeUndefined()
  })

  test('a snapshot under another number is not taken for that one', async () => {
    const moved = copyInMemory(vault)
    moved.disk.put(`${vault.folder}/snapshot-0000000009`, bytesIn(vault, newest))
    expect(await look(moved)).toEqual({ content, findings: ['tampered snapshot-0000000009'] })
  })

  test('a journal and a snapshot of another vault are not taken for this one’s', async () => {
    const other = await newVault()
    await fill(other, [put('vreemd', 1)])
    const journal = await readFile(`${other.folder}/journal-0000000002`)
    const withJournal = withChanged(vault, 'journal-0000000003', () => journal)
    const found = await look(withJournal)
    expect(found.findings).toContain('tampered journal-0000000003')
    expect(found.content).not.toHaveProperty('vreemd')
    const snapshot = await readFile(`${other.folder}/snapshot-0000000002`)
    const withSnapshot = await look(withChanged(vault, newest, () => snapshot))
    expect(withSnapshot).toEqual({ content, findings: [`tampered ${newest}`] })
  })
})
