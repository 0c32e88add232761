import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { encodeHeader, parseHeader } from '../../electron/vault/store/crypto/v1/header.ts'
import { type Kdf, openVault, prepareVault } from '../../electron/vault/store/store.ts'
import { quickKdf } from './quick-kdf.ts'
import {
  at,
  contentOf,
  copyOf,
  newFolder,
  opened,
  params,
  passphrase,
  put,
  type Sample,
} from './store-fixture.ts'

const second = 'een tweede wachtzin, even fictief'
const third = 'een derde wachtzin, even fictief'

let sample: Sample
beforeAll(async () => {
  const prepared = await prepareVault({ passphrase, kdf: quickKdf, params })
  prepared.confirm(prepared.recoveryKeyText)
  const folder = await newFolder()
  const store = opened(await prepared.write(folder))
  await store.commit([put('a', 'van vroeger')], at)
  await store.close()
  sample = { folder, recoveryKey: prepared.recoveryKeyText }
})

/** A snapshot with nothing in it but a header of somebody's own, made without any key. */
async function snapshotWithHeader(folder: string, number: number, kdf: typeof params): Promise<Buffer> {
  const parsed = parseHeader(new Uint8Array(await readFile(join(folder, 'header-a'))))
  if (parsed.found !== 'header') throw new Error('no header')
  const salt = new Uint8Array(16).fill(number)
  const own = { ...parsed.header, sequence: 1000 + number, salt, kdf }
  const header = encodeHeader(own, new Uint8Array(32), undefined)
  const snapshot = Buffer.alloc(80 + header.length + 32)
  snapshot.write('LUWTESNP')
  snapshot.writeUInt32LE(header.length, 56)
  snapshot.set(header, 80)
  return snapshot
}

describe('headers that somebody planted', () => {
  let vault: Sample
  beforeEach(async () => {
    vault = await copyOf(sample)
  })

  const plant = async (count: number, kdf: typeof params): Promise<void> => {
    for (let number = 1; number <= count; number += 1) {
      const name = `snapshot-${String(10_000 + number).padStart(10, '0')}`
      await writeFile(join(vault.folder, name), await snapshotWithHeader(vault.folder, number, kdf))
    }
  }

  test.each([
    ['as dear as they may be', { memoryKiB: 1024 * 1024, passes: 10 }],
    ['as cheap as they may be', params],
  ])('a hundred of them, %s, keep nobody waiting for more than three of them', async (_what, kdf) => {
    await plant(100, kdf)
    let derived = 0
    const counting: Kdf = (...asked) => {
      derived += 1
      return quickKdf(...asked)
    }
    const store = opened(await openVault(vault.folder, { passphrase }, { kdf: counting }))
    expect(derived).toBeLessThanOrEqual(4)
    expect(store.get('a')).toBeDefined()
    expect(store.findings).toHaveLength(100)
    await store.close()
  })

  test('one that asks for more memory than there is does not keep the advisor out', async () => {
    await plant(1, { memoryKiB: 1024 * 1024, passes: 3 })
    const small: Kdf = (phrase, salt, cost) =>
      cost.memoryKiB > 512 * 1024 ? Promise.reject(new Error('no memory')) : quickKdf(phrase, salt, cost)
    const store = opened(await openVault(vault.folder, { passphrase }, { kdf: small }))
    expect(store.findings).toEqual([{ finding: 'damaged', part: 'snapshot-0000010001' }])
    await store.close()
  })

  test('where no key can be derived at all, the passphrase is not called wrong', async () => {
    const none: Kdf = () => Promise.reject(new Error('no memory'))
    await expect(openVault(vault.folder, { passphrase }, { kdf: none })).rejects.toThrow('no memory')
  })
})

describe('old files put back in the place of newer ones', () => {
  const changed = async (folder: string, from: string, to: string, id: string): Promise<void> => {
    const store = opened(await openVault(folder, { passphrase: from }, { kdf: quickKdf }))
    const change = { current: { passphrase: from }, passphrase: to, params, kdf: quickKdf, at }
    expect(await store.changePassphrase(change)).toBeUndefined()
    await store.commit([put(id, 'daarna geschreven')], at)
    await store.close()
  }
  const isOf = (kind: string) => (name: string) => name.startsWith(kind)

  /** The vault of today with the headers, snapshots and journals of another day, and its own snapshots gone. */
  const withOld = async (today: string, old: string): Promise<string> => {
    const folder = await newFolder()
    await cp(today, folder, { recursive: true })
    const oldNames = (await readdir(old)).filter((name) => /^(header|snapshot|journal)/.test(name))
    for (const name of (await readdir(today)).filter(isOf('snapshot'))) await rm(join(folder, name))
    for (const name of oldNames) await writeFile(join(folder, name), await readFile(join(old, name)))
    return folder
  }

  test('the present passphrase is not called wrong: somebody changed the files, and is named', async () => {
    const first = await copyOf(sample)
    const vault = await copyOf(sample)
    await changed(vault.folder, passphrase, second, 'b')
    const secondDay = await copyOf(vault)
    await changed(vault.folder, second, third, 'c')
    for (const old of [first, secondDay]) {
      const folder = await withOld(vault.folder, old.folder)
      const answer = await openVault(folder, { passphrase: third }, { kdf: quickKdf })
      expect(answer).toMatchObject({ refused: 'tampered', fields: ['header-a', 'header-b'] })
    }
  })

  test('a recovery key with a typing error is still no more than that', async () => {
    const vault = await copyOf(sample)
    await changed(vault.folder, passphrase, second, 'b')
    const folder = await withOld(vault.folder, sample.folder)
    const [one = ''] = sample.recoveryKey
    const mistyped = `${one === '7' ? '8' : '7'}${sample.recoveryKey.slice(1)}`
    const answer = await openVault(folder, { recoveryKey: mistyped }, { kdf: quickKdf })
    expect(answer).toEqual({ refused: 'wrong-recovery-key', groups: [1] })
  })

  test('a wrong passphrase is called wrong in a vault that was cut off while its passphrase was changed', async () => {
    const vault = await copyOf(sample)
    const after = await copyOf(sample)
    await changed(after.folder, passphrase, second, 'b')
    const journal = await readFile(join(after.folder, 'journal-0000000003'))
    await writeFile(join(vault.folder, 'journal-0000000003'), journal.subarray(0, 112))
    const wrong = await openVault(vault.folder, { passphrase: 'iets anders' }, { kdf: quickKdf })
    expect(wrong).toEqual({ refused: 'wrong-passphrase' })
    const store = opened(await openVault(vault.folder, { passphrase }, { kdf: quickKdf }))
    expect(contentOf(store)).toHaveProperty('a')
    await store.close()
  })
})
