import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import {
  argon2id,
  type Change,
  openVault,
  prepareVault,
  type Store,
  vaultExists,
} from '../../electron/vault/store/store.ts'
import {
  at,
  contentOf,
  copyOf,
  fill,
  look,
  newFolder,
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

let empty: Sample
beforeAll(async () => {
  empty = await newVault()
})

test('nothing is written before the recovery key was typed back, and nothing over another vault', async () => {
  const prepared = await prepareVault({ passphrase, kdf: argon2id, params })
  const folder = join(await newFolder(), 'kluis')
  await expect(prepared.write(folder)).rejects.toThrow('typed back')
  expect(prepared.confirm('A'.repeat(66))).toHaveProperty('refused', 'wrong-recovery-key')
  expect(prepared.confirm(empty.recoveryKey)).toEqual({ refused: 'wrong-recovery-key', groups: [] })
  await expect(prepared.write(folder)).rejects.toThrow('typed back')
  expect(await vaultExists(folder)).toBe(false)
  expect(prepared.confirm(prepared.recoveryKeyText.toLowerCase())).toEqual({ confirmed: true })
  expect(await prepared.write(empty.folder)).toEqual({ refused: 'vault-exists' })
  await opened(await prepared.write(folder)).close()
  expect(await vaultExists(folder)).toBe(true)
})

test('an accented passphrase opens however the keyboard composed it', async () => {
  const prepared = await prepareVault({ passphrase: 'cafe\u0301 in de serre', kdf: argon2id, params })
  prepared.confirm(prepared.recoveryKeyText)
  const folder = await newFolder()
  await opened(await prepared.write(folder)).close()
  const store = opened(await openVault(folder, { passphrase: 'café in de serre' }, { kdf: argon2id }))
  await store.close()
})

test('an empty folder, and one that does not exist, hold no vault', async () => {
  const folder = await newFolder()
  for (const where of [folder, join(folder, 'nergens')]) {
    expect(await openVault(where, { recoveryKey: empty.recoveryKey }, { kdf: noKdf })).toEqual({
      refused: 'no-vault',
    })
  }
  expect(await readdir(folder)).toEqual([])
})

test('emoji, right-to-left, NUL, lone surrogates and a note of 10 MB come back as they were', async () => {
  const vault = await copyOf(empty)
  const bodies = [
    '👩‍👧 é',
    'שלום עליכם',
    'nul \u0000 nul',
    'half \ud83d en \ude00',
    { __proto__: null, '': [[]] },
  ]
  const odd = JSON.parse('{"__proto__": {"x": 1}, "constructor": 0}') as unknown
  const long = 'Een lange notitie. '.repeat(560_000)
  const before = await fill(
    vault,
    [...bodies, odd, long].map((body, index) => put(`n${index}`, body)),
  )
  expect((await look(vault)).content).toEqual(before)
  const store = opened(await openSample(vault))
  expect(store.get('n2')?.body).toBe('nul \u0000 nul')
  expect(store.get('n3')?.body).toBe('half \ud83d en \ude00')
  expect(store.get('n6')?.body).toBe(long)
  expect(JSON.stringify(store.get('n5')?.body)).toBe(JSON.stringify(odd))
  await store.close()
})

test('what cannot be stored is refused and leaves the vault usable', async () => {
  const vault = await copyOf(empty)
  const store = opened(await openSample(vault))
  const loop: { self?: unknown } = {}
  loop.self = loop
  const refused: Change[][] = [
    [put('a', undefined)],
    [put('a', Number.NaN)],
    [put('a', loop)],
    [put('', 1)],
    [put('\ud800', 1)],
    [put('a', 1), put('a', 2)],
    [put('goed', 1), put('a'.repeat(2000), 1)],
  ]
  for (const changes of refused) await expect(store.commit(changes, at)).rejects.toThrow(TypeError)
  expect(store.state.stateNumber).toBe(0)
  expect(await store.commit([put('a', 1)], at)).toEqual({ stateNumber: 1 })
  const before = contentOf(store)
  await store.close()
  expect(await look(vault)).toEqual({ content: before, findings: [] })
})

test('what was handed in or out cannot be changed behind the vault', async () => {
  const store = opened(await openSample(await copyOf(empty)))
  const body = { list: [1] }
  await store.commit([put('a', body)], at)
  body.list.push(2)
  expect(store.get('a')?.body).toEqual({ list: [1] })
  expect(Object.isFrozen((store.get('a')?.body as { list: number[] }).list)).toBe(true)
  await store.close()
})

test('commits that are asked for at once are kept in the order of asking', async () => {
  const vault = await copyOf(empty)
  const store = opened(await openSample(vault))
  const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => store.commit([put('a', n)], at)))
  expect(answers.map(({ stateNumber }) => stateNumber)).toEqual([1, 2, 3, 4, 5])
  expect(store.get('a')).toMatchObject({ body: 5, version: 5 })
  const closing = store.close()
  await expect(store.commit([put('a', 6)], at)).rejects.toThrow('closed')
  await closing
  expect((await look(vault)).content).toMatchObject({ stateNumber: 5 })
})

test('the screen can name the last change and the state, and the anchor moves with every commit', async () => {
  const vault = await copyOf(empty)
  const store = opened(await openSample(vault))
  expect(store.state).toMatchObject({ stateNumber: 0, lastChangeAt: null })
  const { head } = store.state
  await store.commit([put('a', 1)], at)
  expect(store.state).toMatchObject({ stateNumber: 1, lastChangeAt: at })
  expect(store.state.head).not.toBe(head)
  const state = store.state
  await store.snapshot()
  await store.close()
  const again = opened(await openSample(vault))
  expect(again.state).toEqual(state)
  await again.close()
})

test('a journal that grows long is followed by a snapshot of itself', async () => {
  const vault = await copyOf(empty)
  const store = opened(await openSample(vault))
  for (let n = 0; n < 4; n += 1) await store.commit([put('lang', 'x'.repeat(3_000_000) + String(n))], at)
  await store.close()
  expect(await readdir(vault.folder)).toContain('snapshot-0000000003')
  expect((await look(vault)).content).toMatchObject({ stateNumber: 4 })
})

test('a keyed hash stays the same over snapshots and a new passphrase, and differs by purpose', async () => {
  const store = opened(await openSample(await copyOf(empty)))
  const message = new Uint8Array([1, 2, 3])
  const hash = store.keyedHash('disclosure-control', message)
  await store.snapshot()
  expect(store.keyedHash('disclosure-control', message)).toEqual(hash)
  expect(store.keyedHash('destroyed-ids', message)).not.toEqual(hash)
  await store.close()
})

test('after a change of passphrase the new one opens and the old one does not', async () => {
  const vault = await copyOf(empty)
  await fill(vault, [put('a', 1)])
  const store = opened(await openSample(vault))
  const next = 'een heel andere reeks woorden'
  const wrong = { current: { passphrase: 'fout' }, passphrase: next, params, kdf: argon2id, at }
  expect(await store.changePassphrase(wrong)).toEqual({ refused: 'wrong-passphrase' })
  const right = { ...wrong, current: { passphrase } }
  expect(await store.changePassphrase(right)).toBeUndefined()
  expect(await store.prove({ passphrase }, argon2id)).toEqual({ refused: 'wrong-passphrase' })
  await store.commit([put('b', 2)], at)
  const before = contentOf(store)
  await store.close()
  expect(await openVault(vault.folder, { passphrase }, { kdf: argon2id })).toEqual({
    refused: 'wrong-passphrase',
  })
  const again = opened(await openVault(vault.folder, { passphrase: next }, { kdf: argon2id }))
  expect(contentOf(again)).toEqual(before)
  await again.close()
  expect(await look(vault)).toEqual({ content: before, findings: [] })
})

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        kind: fc.constantFrom('case', 'note'),
        scope: fc.constantFrom('common', 'case:1', 'persons:1'),
        body: fc.oneof({ weight: 4, arbitrary: fc.jsonValue() }, { weight: 1, arbitrary: fc.constant(null) }),
      }),
      { minLength: 1, maxLength: 4, selector: ({ id }) => id },
    ),
  },
  { weight: 1, arbitrary: fc.constant('snapshot' as const) },
  { weight: 1, arbitrary: fc.constant('reopen' as const) },
)

test('any sequence of commits, snapshots and reopenings ends in the same state as memory alone', async () => {
  const run = async (steps: (Change[] | 'snapshot' | 'reopen')[]): Promise<void> => {
    const vault = await copyOf(empty)
    const memory = new Map<string, string>()
    let store: Store = opened(await openSample(vault))
    for (const one of [...steps, 'reopen' as const]) {
      if (one === 'snapshot') await store.snapshot()
      else if (one === 'reopen') {
        await store.close()
        store = opened(await openSample(vault))
      } else {
        await store.commit(one, at)
        for (const { id, kind, scope, body } of one) {
          if (body === null) memory.delete(id)
          else memory.set(id, JSON.stringify({ kind, scope, body }))
        }
      }
      const held = [...store.all()].map(({ id, kind, scope, body }) => [
        id,
        JSON.stringify({ kind, scope, body }),
      ])
      expect(Object.fromEntries(held)).toEqual(Object.fromEntries(memory))
      expect(store.findings).toEqual([])
    }
    await store.close()
  }
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), run), { numRuns: 40 })
})
