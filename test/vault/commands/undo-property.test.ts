import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openVault } from '../../../electron/vault/store/store.ts'
import { copiedCaseload, type NewCaseload } from '../../support/new-caseload.ts'
import { noKdf, opened } from '../store-fixture.ts'
import { Doer } from './deeds.ts'

type Body = Record<string, unknown>

/** Every record of a vault that is shut, as it lies on the disk. */
async function recordsOf(vault: NewCaseload): Promise<{ kind: string; body: Body }[]> {
  await vault.close()
  const secret = { recoveryKey: vault.recoveryKey }
  const store = opened(await openVault(join(vault.folder, 'kluis'), secret, { kdf: noKdf }))
  const records = Array.from(store.all(), ({ kind, body }) => ({ kind, body: body as Body }))
  await store.close()
  return records
}

/** What records refer to that is not there, each as the kind that refers and what it misses. */
function missing(records: readonly { kind: string; body: Body }[]): string[] {
  const of = (kind: string) => records.filter((one) => one.kind === kind).map(({ body }) => body)
  const has = (kind: string, field: string, value: unknown) => of(kind).some((body) => body[field] === value)
  const lost: string[] = []
  const look = (who: string, kind: string, field: string, value: unknown) => {
    if (value !== null && value !== undefined && !has(kind, field, value)) lost.push(`${who} without ${kind}`)
  }
  for (const { kind, body } of records) {
    const figure = (body.figure ?? {}) as Body
    look(kind, 'organisation', 'id', body.organisationId ?? figure.organisationId)
    look(kind, 'case', 'id', body.caseId)
    look(kind, 'group', 'id', body.groupId ?? ((body.subject ?? {}) as Body).groupId)
    look(kind, 'location', 'id', body.locationId)
    look(kind, 'invoice', 'id', ((body.creditOf ?? {}) as Body).id)
    if (kind === 'draft' && body.about !== 'new-case') look(kind, 'case', 'id', body.about)
    if (kind === 'invoice') {
      look(kind, 'engagement', 'organisationId', body.organisationId)
      for (const line of body.lines as Body[]) look(kind, 'location', 'lrkNumber', line.lrkNumber)
    }
    if (figure.dimension === 'location')
      for (const id of figure.categories as string[]) look(kind, 'location', 'id', id)
  }
  return lost
}

/** A deed by its number, whatever number, or taking the last one back, and with which of what is there. */
const anyDeed = fc.record({
  deed: fc.oneof(
    { weight: 2, arbitrary: fc.nat({ max: 999 }) },
    { weight: 1, arbitrary: fc.constant('undo' as const) },
  ),
  which: fc.nat({ max: 9 }),
})

describe('taking back whatever was done, in any order', () => {
  it('never leaves anything that refers to what is gone, and never says that there is nothing while there is', async () => {
    const answers = new Map<string, number>()
    const play = async (story: { deed: number | 'undo'; which: number }[]): Promise<void> => {
      const vault = await copiedCaseload('2026-07-15')
      try {
        const doer = new Doer(vault)
        const names = Object.keys(doer.deeds) as (keyof Doer['deeds'])[]
        for (const name of ['practice', 'organisation', 'contract', 'location', 'start'] as const)
          await doer.deeds[name](0)
        const told: string[] = []
        for (const { deed, which } of story) {
          const name = deed === 'undo' ? deed : names[deed % names.length]
          if (name === undefined) continue
          told.push(name)
          if (name !== 'undo') {
            await doer.deeds[name](which)
            continue
          }
          const answer = await vault.ask('undo.last', {})
          const is = 'undone' in answer ? answer.undone : answer.refused
          told.push(is)
          answers.set(is, (answers.get(is) ?? 0) + 1)
          expect(is === 'nothing-to-undo', told.join(' ')).toBe(doer.steps === 0)
          if ('undone' in answer) doer.steps -= 1
        }
        expect(missing(await recordsOf(vault)), told.join(' ')).toEqual([])
      } finally {
        await vault.discard()
      }
    }
    await fc.assert(fc.asyncProperty(fc.array(anyDeed, { minLength: 10, maxLength: 60 }), play), {
      numRuns: 60,
    })
    // The stories come by what they are about.
    expect([...answers.keys()]).toEqual(
      expect.arrayContaining([
        'entry.save',
        'case.start',
        'undo-leaves-draft',
        'undo-leaves-invoice',
        'undo-leaves-figures',
      ]),
    )
  }, 120_000)
})
