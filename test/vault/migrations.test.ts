import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { argon2id, openVault, type Store } from '../../electron/vault/store/store.ts'
import { driveCaseload } from '../support/caseload-driver.ts'
import { newCaseload } from '../support/new-caseload.ts'
import { rowsTold } from '../support/rows-told.ts'
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

describe('a vault that the first version wrote in', () => {
  type Stored = Parameters<Store['commit']>[0][number]
  const stored = JSON.parse(
    readFileSync(join(import.meta.dirname, '../golden/records/caseload-of-first-shapes.json'), 'utf8'),
  ) as (Stored & { body: Record<string, unknown> })[]

  /** The records of that time in a vault of their own, as they were: with the numbers of their shapes. */
  async function vaultOfThen() {
    const vault = await newCaseload('2026-02-02')
    await vault.close()
    const store = await openVault(
      join(vault.folder, 'kluis'),
      { recoveryKey: vault.recoveryKey },
      { kdf: argon2id },
    )
    if ('refused' in store) throw new Error(store.refused)
    await store.commit(stored, '2026-02-01T12:00:00.000Z')
    await store.close()
    return vault.reopen()
  }

  it('opens, and tells its report, its ledger, its cases and its invoice as they were', async () => {
    const vault = await vaultOfThen()
    const was = (kind: string) => stored.filter((one) => one.kind === kind).map(({ body }) => body)
    const organisationId = String(was('organisation')[0]?.['id'])
    const { report } = await vault.must('report.preview', {
      organisationId,
      period: { year: 2025, half: null },
    })
    expect(report).toMatchObject({ status: 'settled', figures: { total: { shown: 'exact', value: 12 } } })
    expect(report.figures.tables.map(({ dimension }) => dimension)).toContain('time')
    expect(report.narrative.recommendations).toEqual([{ text: 'Ga zo door.', owner: '' }])
    const { figures, isWhole } = await vault.must('ledger.list', { organisationId })
    expect(isWhole).toBe(true)
    expect(figures).toHaveLength(was('ledger').length)
    const next = await vault.must('report.preview', { organisationId, period: { year: 2026, half: null } })
    expect(next.report.narrative.signals).toBe('Nog rust.')
    expect(next.report.earlierYears[0]?.figures).toEqual(report.figures)
    for (const { id } of was('case'))
      expect((await vault.must('case.open', { id: String(id) })).caseFile).toMatchObject({
        isQuestion: false,
        countsIn: null,
      })
    await vault.discard()
  })

  it('lets the same figures stand beside new ones: a version of the same year says what it said then', async () => {
    const vault = await vaultOfThen()
    const organisationId = String(stored.find((one) => one.kind === 'organisation')?.body['id'])
    const block = await vault.must('report.preview', { organisationId, period: { from: 2025, to: 2026 } })
    expect(block.report.figures.total).toEqual({ shown: 'exact', value: 12 })
    await vault.discard()
  })

  it('is written anew in the shapes of today once it was opened', async () => {
    const vault = await vaultOfThen()
    await vault.close()
    const store = await openVault(
      join(vault.folder, 'kluis'),
      { recoveryKey: vault.recoveryKey },
      { kdf: argon2id },
    )
    if ('refused' in store) throw new Error(store.refused)
    for (const { id, kind } of stored)
      expect(store.get(id)?.schema, kind).toBe(schemaOf(kind as keyof typeof caseloadKinds))
    await store.close()
    await vault.discard()
  })
})

describe('a vault that knew places, copies and drafts by their names alone', () => {
  const kinds = ['draft', 'persons', 'backup-target', 'destruction'] as const
  const golden = (name: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../golden/records', `${name}.json`), 'utf8')) as {
      id: string
      caseId?: string
      scope?: string
    }

  it('opens with all of them, and what was being typed lies under a key of its own from then on', async () => {
    const vault = await newCaseload('2026-02-02')
    await vault.close()
    const folder = join(vault.folder, 'kluis')
    const secret = { recoveryKey: vault.recoveryKey }
    const store = await openVault(folder, secret, { kdf: argon2id })
    if ('refused' in store) throw new Error(store.refused)
    const records = kinds.map((kind) => {
      const body = golden(`${kind}-1`)
      const scope = kind === 'persons' ? `persons:${body.scope ?? ''}` : 'common'
      return { id: body.id, kind, scope, schema: 1, body }
    })
    await store.commit(records, '2026-02-01T12:00:00.000Z')
    await store.close()

    const opened = await vault.reopen()
    expect(await opened.must('draft.ofConversation', {})).toEqual({
      draft: { about: 'conversation', text: 'Half een zin' },
    })
    expect((await opened.must('security.overview', {})).targets).toMatchObject([
      { name: 'stick', backups: 1, isThere: false },
    ])
    const [line] = await rowsTold(opened, 'destructions')
    expect(line?.copiesOutOfReach).toMatchObject([{ kind: 'backup', targetId: null, target: 'stick' }])
    await opened.close()

    const again = await openVault(folder, secret, { kdf: argon2id })
    if ('refused' in again) throw new Error(again.refused)
    for (const { id, kind } of records) expect(again.get(id)?.schema, kind).toBe(schemaOf(kind))
    expect(again.get('draft-conversation')?.scope).toBe('drafts:0')
    await again.close()
    await vault.discard()
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
