import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { nodeDisk } from '../../electron/vault/store/node-disk.ts'
import { extendDestroyedList, readDestroyedList } from '../../electron/vault/store/backup/destroyed-list.ts'
import { journalHeadBytes } from '../../electron/vault/store/crypto/v1/journal-head.ts'
import { withRightSum } from './faults/forged-files.ts'
import { type FourCommits, fourCommits, journal } from './faults/four-commits.ts'
import { type VaultInMemory, withChanged } from './faults/vault-in-memory.ts'
import { look, newFolder, opened, openSample } from './store-fixture.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const snapshot = 'snapshot-0000000002'
let vault: VaultInMemory
let states: FourCommits['states']
beforeAll(async () => {
  ;({ vault, states } = await fourCommits())
})

/** Somebody wrote into one byte and made the checksum over it right, which takes no key. */
const written = (at: number) => (bytes: Buffer) => {
  const changed = Buffer.from(bytes)
  changed[at] = 1
  return changed
}
const withRightStart = (bytes: Buffer): Buffer =>
  Buffer.concat([
    withRightSum(Buffer.from(bytes.subarray(0, journalHeadBytes))),
    bytes.subarray(journalHeadBytes),
  ])

test('what somebody writes where a snapshot holds nothing is named, and nothing is lost', async () => {
  for (const at of [10, 11, 68, 73, 79]) {
    const one = withChanged(vault, snapshot, (bytes) => withRightSum(written(at)(bytes)))
    expect(await look(one), `byte ${at}`).toEqual({ content: states[4], findings: [`damaged ${snapshot}`] })
  }
})

test('what somebody writes where a journal’s beginning holds nothing is named, and nothing is lost', async () => {
  for (const at of [10, 11, 36, 39]) {
    const one = withChanged(vault, journal, (bytes) => withRightStart(written(at)(bytes)))
    expect(await look(one), `byte ${at}`).toEqual({ content: states[4], findings: [`damaged ${journal}`] })
  }
})

test('a beginning of a journal that says another state than its snapshot is of is named', async () => {
  const one = await fourCommits()
  const store = opened(await openSample(one.vault))
  await store.snapshot()
  await store.close()
  const name = 'journal-0000000003'
  for (const stateNumber of [3, 5]) {
    const spoilt = withChanged(one.vault, name, (bytes) => {
      const changed = Buffer.from(bytes)
      changed.writeUInt32LE(stateNumber, 40)
      return withRightStart(changed)
    })
    const { content, findings } = await look(spoilt)
    expect(content).toEqual(states[4])
    expect(findings).toEqual([stateNumber > 4 ? 'missing state-5' : `tampered ${name}`])
  }
})

test('what somebody writes into a list of what was destroyed, where it holds nothing, is named', async () => {
  const folder = await newFolder()
  const vaultId = new Uint8Array(16)
  const ledgerHash = () => new Uint8Array(32).fill(7)
  await extendDestroyedList(nodeDisk, folder, { vaultId, destroyed: [new Uint8Array(32)], ledgerHash })
  const list = await readFile(join(folder, 'destroyed.luwte'))
  const read = (bytes: Buffer) => readDestroyedList(new Uint8Array(bytes), vaultId, ledgerHash).list
  expect(read(list)).toBe('whole')
  for (const at of [10, 11]) expect(read(withRightSum(written(at)(list))), `byte ${at}`).toBe('damaged')
  const after = Buffer.concat([list.subarray(0, -32), Buffer.from('meer'), Buffer.alloc(32)])
  expect(read(withRightSum(after))).toBe('damaged')
})
