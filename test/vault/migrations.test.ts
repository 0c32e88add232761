import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { argon2id, openVault } from '../../electron/vault/store/store.ts'
import { driveCaseload } from '../support/caseload-driver.ts'
import { newCaseload } from '../support/new-caseload.ts'
import { caseloadKinds } from '../../electron/vault/caseload-kinds.ts'
import {
  broughtUpToDate,
  type Migration,
  MIGRATIONS,
  NewerRecord,
  schemaOf,
} from '../../electron/vault/migrations.ts'

const invented: Migration[] = [
  { kind: 'group', from: 1, migrate: (body) => ({ ...(body as object), second: true }) },
  { kind: 'group', from: 2, migrate: (body) => ({ ...(body as object), third: true }) },
]

describe('a record of an earlier version', () => {
  it('is brought up to date step by step, in order', () => {
    const record = { kind: 'group', schema: 1, body: { name: 'x' } }
    expect(broughtUpToDate(record, invented)).toEqual({
      body: { name: 'x', second: true, third: true },
      isMigrated: true,
    })
    expect(broughtUpToDate({ ...record, schema: 2 }, invented).body).toEqual({ name: 'x', third: true })
  })

  it('of today is left as it is', () => {
    const record = { kind: 'group', schema: 3, body: { name: 'x' } }
    expect(broughtUpToDate(record, invented)).toEqual({ body: record.body, isMigrated: false })
  })

  it('of a later version is refused', () => {
    expect(() => broughtUpToDate({ kind: 'group', schema: 4, body: {} }, invented)).toThrow(NewerRecord)
  })

  it('is never guessed at when a step is missing', () => {
    const gap = invented.slice(1)
    expect(() => broughtUpToDate({ kind: 'group', schema: 1, body: {} }, gap)).toThrow('no step')
  })
})

describe('the steps that were taken', () => {
  it('are numbered without a gap, each once', () => {
    for (const kind of Object.keys(caseloadKinds) as (keyof typeof caseloadKinds)[]) {
      const from = MIGRATIONS.filter((step) => step.kind === kind).map((step) => step.from)
      expect(from.sort((a, b) => a - b)).toEqual(
        Array.from({ length: schemaOf(kind) - 1 }, (_, index) => index + 1),
      )
    }
  })

  it('each have an example of before that reads as a record of today', () => {
    for (const { kind, from } of MIGRATIONS) {
      const path = join(import.meta.dirname, '../golden/records', `${kind}-${from}.json`)
      expect(existsSync(path), `an example of ${kind} ${from}`).toBe(true)
      const body = JSON.parse(readFileSync(path, 'utf8')) as unknown
      const { body: now } = broughtUpToDate({ kind, schema: from, body })
      expect(caseloadKinds[kind].safeParse(now).success).toBe(true)
    }
  })
})

describe('a vault that a later version wrote in', () => {
  it.each([
    ['a shape', { id: 'x', kind: 'group', schema: 2 }],
    ['a kind of record', { id: 'x', kind: 'horoscope', schema: 1 }],
  ])('with %s that this one does not know is refused and left as it is', async (_what, record) => {
    const vault = await newCaseload()
    await vault.close()
    const folder = join(vault.folder, 'kluis')
    const secret = { recoveryKey: vault.recoveryKey }
    const store = await openVault(folder, secret, { kdf: argon2id })
    if ('refused' in store) throw new Error(store.refused)
    await store.commit([{ ...record, scope: 'common', body: {} }], '2026-03-02T12:00:00.000Z')
    await store.close()
    const driver = driveCaseload(folder, '2026-03-02')
    expect(await driver.ask('vault.unlock', secret)).toEqual({ refused: 'newer-format' })
    const again = await openVault(folder, secret, { kdf: argon2id })
    expect('refused' in again ? again.refused : again.get('x')?.schema).toBe(record.schema)
    if (!('refused' in again)) await again.close()
    await vault.discard()
  })
})
