import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { compareWithAnchors, readAnchors } from '../../../electron/vault/store/backup/anchors.ts'
import { backUp, made, orderOf } from '../backup/backup-fixture.ts'
import {
  at,
  change,
  copyOf,
  fill,
  look,
  newest,
  newFolder,
  newVault,
  opened,
  openSample,
  put,
  type Sample,
} from '../store-fixture.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let sample: Sample
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', 1)])
})

/** Opens the vault, compares it with the anchors of some folders, as after every unlocking, and closes it. */
async function comparedWith(vault: Sample, ...targets: string[]): Promise<string> {
  const store = opened(await openSample(vault))
  const ledgerHash = (message: Uint8Array) => store.keyedHash('ledger', message)
  const vaultId = new Uint8Array(Buffer.from(store.state.vaultId, 'hex'))
  const found = await Promise.all(targets.map((target) => readAnchors(target, vaultId, ledgerHash)))
  for (const { refused } of found) expect(refused).toEqual([])
  const { state } = store
  await store.close()
  return compareWithAnchors(
    state,
    found.flatMap(({ anchors }) => anchors),
  )
}

const backedUpTo = async (vault: Sample, ...targets: string[]): Promise<void> => {
  const order = await orderOf(vault)
  for (const target of targets) made((await backUp(order, target)).backup)
}

describe('fault 8: whole vault rolled back', () => {
  test('a vault that was put back as it was before its last backup is seen to be rolled back', async () => {
    const target = await newFolder()
    const vault = await copyOf(sample)
    await backedUpTo(vault, target)
    const before = await copyOf(vault)
    expect(await comparedWith(before, target)).toBe('same')
    await fill(vault, [put('b', 2)])
    expect(await comparedWith(vault, target)).toBe('newer')
    await backedUpTo(vault, target)
    expect(await comparedWith(vault, target)).toBe('same')
    expect(await comparedWith(before, target)).toBe('rolled-back')
    // Nothing in its own folder gives it away.
    expect((await look(before)).findings).toEqual([])
  })

  test('with its folder of backups put back too, a second folder tells', async () => {
    const [stick, share] = [await newFolder(), await newFolder()]
    const vault = await copyOf(sample)
    await backedUpTo(vault, stick, share)
    const [before, stickBefore] = [await copyOf(vault), await newFolder()]
    await cp(stick, stickBefore, { recursive: true })
    await fill(vault, [put('b', 2)])
    await backedUpTo(vault, stick, share)
    expect(await comparedWith(before, stickBefore)).toBe('same')
    expect(await comparedWith(before, stickBefore, share)).toBe('rolled-back')
  })

  test('a vault put back from before a new passphrase, a rotation or a destruction is noticed as well', async () => {
    for (const renew of ['rotate', 'destroy'] as const) {
      const target = await newFolder()
      const vault = await copyOf(sample)
      const before = await copyOf(vault)
      const store = opened(await openSample(vault))
      await (renew === 'rotate' ? store.rotate(at) : store.destroyScopes(['case:a'], at))
      await store.close()
      await backedUpTo(vault, target)
      expect(await comparedWith(vault, target)).toBe('same')
      expect(await comparedWith(before, target)).toBe('rolled-back')
    }
  })

  test('the latest entries taken off the journal, or the newest snapshot taken away, are noticed by the anchor alone', async () => {
    const target = await newFolder()
    const vault = await copyOf(sample)
    const { length } = await readFile(await newest(vault.folder, 'journal'))
    await fill(vault, [put('b', 2)])
    await backedUpTo(vault, target)
    const cut = await copyOf(vault)
    await change(await newest(cut.folder, 'journal'), (bytes) => bytes.subarray(0, length))
    expect((await look(cut)).findings).toEqual([])
    expect(await comparedWith(cut, target)).toBe('rolled-back')

    const store = opened(await openSample(vault))
    await store.snapshot()
    await store.commit([put('c', 3)], at)
    await store.close()
    await backedUpTo(vault, target)
    await rm(await newest(vault.folder, 'snapshot'))
    await rm(await newest(vault.folder, 'journal'))
    expect((await look(vault)).findings).toEqual([])
    expect(await comparedWith(vault, target)).toBe('rolled-back')
  })

  test('two copies of one vault that went on separately are not taken for the same', async () => {
    const target = await newFolder()
    const [one, other] = [await copyOf(sample), await copyOf(sample)]
    await fill(one, [put('b', 1)])
    await fill(other, [put('b', 2)])
    await backedUpTo(one, target)
    expect(await comparedWith(one, target)).toBe('same')
    expect(await comparedWith(other, target)).toBe('rolled-back')
  })

  test('a history that was rolled back and written on differently does not continue the other one', async () => {
    const [vault, fork] = [await copyOf(sample), await copyOf(sample)]
    const journal = await newest(vault.folder, 'journal')
    await fill(vault, [put('a', 'hier')])
    const { length } = await readFile(journal)
    const { content: kept } = await look(vault)
    await fill(vault, [put('a', 'en verder')])
    await fill(fork, [put('a', 'anders')], [put('a', 'nog anders')])
    const forked = await readFile(await newest(fork.folder, 'journal'))
    await change(journal, (bytes) => Buffer.concat([bytes.subarray(0, length), forked.subarray(length)]))
    const { content, findings } = await look(vault)
    expect(findings).toEqual(['tampered state-3'])
    expect(content).toEqual({ ...kept, stateNumber: expect.any(Number) as number })
  })

  test('without any backup within reach nothing is said about rolling back', async () => {
    expect(await comparedWith(sample, join(await newFolder(), 'weg'))).toBe('newer')
  })
})
