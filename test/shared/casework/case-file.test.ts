import { describe, expect, it } from 'vitest'
import { CaseDetails, CaseFile } from '#shared/casework/case-file.ts'
import { EntryDetails } from '#shared/casework/entry.ts'
import { sampleCase, sampleContact, sampleDetails, sampleStep } from '../sample-caseload.ts'

const accepts = (changes: Record<string, unknown>) =>
  CaseDetails.safeParse({ ...sampleDetails(), ...changes }).success

describe('what is typed about a case', () => {
  it('may leave unknown whatever people do not always say', () => {
    expect(
      accepts({
        channel: 'unknown',
        melderRole: 'unknown',
        position: 'unknown',
        subjects: ['not-named'],
        accusedRole: 'unknown',
        discriminationGrounds: ['unknown'],
      }),
    ).toBe(true)
  })

  it('names at least one subject, and none twice', () => {
    expect(accepts({ subjects: [] })).toBe(false)
    expect(accepts({ subjects: ['bullying', 'workload', 'bullying'] })).toBe(false)
    expect(accepts({ subjects: ['bullying', 'workload'] })).toBe(true)
  })

  it('can be of a melder who is herself the accused', () => {
    expect(accepts({ position: 'accused' })).toBe(true)
  })
})

describe('a case as it is kept', () => {
  it('names a subject no more than once either', () => {
    expect(CaseFile.safeParse({ ...sampleCase(1), subjects: ['bullying', 'bullying'] }).success).toBe(false)
  })

  it('has a reference that says nothing', () => {
    for (const reference of ['BIVO-7', '2025-001', 'bivo-72'])
      expect(CaseFile.safeParse({ ...sampleCase(1), reference }).success).toBe(false)
  })

  it('has no field for a name', () => {
    expect(CaseFile.safeParse({ ...sampleCase(1), melderName: 'Proefpersoon A' }).success).toBe(false)
  })
})

describe('what is typed about one moment', () => {
  it.each([0, -5, 1441, 2.5])('does not take %d minutes', (minutes) => {
    expect(EntryDetails.safeParse({ ...sampleContact(), minutes }).success).toBe(false)
  })

  it('does not mix a conversation with a step', () => {
    expect(EntryDetails.safeParse({ ...sampleContact(), rung: 'mediation' }).success).toBe(false)
    expect(EntryDetails.safeParse({ ...sampleStep(), channel: 'phone' }).success).toBe(false)
  })
})
