import { beforeAll, describe, expect, it } from 'vitest'
import { countMelders, type WrittenCase } from '#shared/casework/melders.ts'
import { AnnualReport } from '#shared/reports/annual-report.ts'
import { EMPTY_DRAFT } from '#shared/reports/report-draft.ts'
import { EMPTY_NARRATIVE } from '#shared/reports/report-narrative.ts'
import { USUAL_CHOICES } from '#shared/reports/report-choices.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { askedOfGate } from '#shared/reports/report-dimensions.ts'
import { type ProtectedReport } from '#shared/statistics/protected-report.ts'
import { protectReport } from '#shared/statistics/protect-report.ts'
import { ORGANISATION, sampleCase, sampleId, sampleStep, written } from '../sample-caseload.ts'

const subjects = ['workload', 'bullying', 'with-manager', 'workload', 'aggression', 'childcare-act']
const roles = ['professional', 'professional', 'parent', 'manager', 'professional', 'parent', 'trainee']
const rungs = ['support', 'information-and-advice', 'conciliation', 'information-and-advice', 'mediation']

/** A busy year: as many cases as asked, of as many people. */
function cases(count: number, year: number): WrittenCase[] {
  return Array.from({ length: count }, (_, n) => {
    const month = String(1 + (n % 12)).padStart(2, '0')
    const closing = n % 4 === 0 ? null : { on: `${year + 1}-01-05`, outcome: 'resolved', aftercare: '' }
    const caseFile = sampleCase(n, {
      firstContactOn: `${year}-${month}-10`,
      subjects: [subjects[n % subjects.length]],
      melderRole: roles[n % roles.length],
      closing,
    })
    return {
      caseFile,
      entries: [written(sampleStep({ rung: rungs[n % rungs.length] }), n, caseFile)],
    }
  })
}

async function figuresOf(count: number, year: number): Promise<ProtectedReport> {
  const answer = await protectReport({
    organisationId: ORGANISATION,
    reportId: sampleId(9000 + year),
    period: wholeYear(year),
    settings: { preset: 'ordinary' },
    melders: countMelders(cases(count, year), ORGANISATION, wholeYear(year)),
    ...askedOfGate(USUAL_CHOICES, wholeYear(year), []),
    use: [],
    ledger: [],
    secret: new Uint8Array(32).fill(7),
  })
  if ('refused' in answer) throw new Error(answer.refused)
  return answer.report
}

let busy: ProtectedReport
let quiet: ProtectedReport
beforeAll(async () => {
  busy = await figuresOf(42, 2025)
  quiet = await figuresOf(3, 2024)
})

const accepts = (changes: Record<string, unknown>) =>
  AnnualReport.safeParse({
    id: sampleId(8),
    organisationId: ORGANISATION,
    period: wholeYear(2025),
    status: 'settled',
    settledOn: '2026-02-10',
    organisationName: 'Kinderopvang Fantasia',
    audience: 'board',
    group: null,
    locationCount: 3,
    locations: [],
    reachableCount: 80,
    advisor: {
      name: 'Proefpersoon A',
      businessName: '',
      certificate: '',
      certifiedUntil: null,
      email: '',
      phone: '',
      reachability: '',
    },
    certificationTime: null,
    team: [],
    figures: busy,
    earlierYears: [
      { year: 2024, figures: quiet },
      { year: 2023, figures: null },
    ],
    activities: [],
    narrative: EMPTY_NARRATIVE,
    statement: EMPTY_DRAFT.statement,
    factCheck: EMPTY_DRAFT.factCheck,
    ...structuredClone(changes),
  }).success

describe('the figures that casework hands to the gate', () => {
  it('make up the total in every table of a busy year', () => {
    expect(busy.total).toEqual({ shown: 'exact', value: 42 })
    expect(busy.tables.length).toBeGreaterThan(2)
    for (const { rows } of busy.tables)
      expect(
        rows.reduce((sum, row) => sum + (row.value === 'hidden' ? 0 : row.value), 0),
      ).toBeLessThanOrEqual(42)
  })

  it('are a total alone in a year of three', () => {
    expect(quiet).toMatchObject({ total: { shown: 'exact', value: 3 }, tables: [] })
  })

  it('name no melder, no accused and no case', () => {
    const text = JSON.stringify(busy)
    for (const { caseFile } of cases(42, 2025)) {
      expect(text).not.toContain(caseFile.id)
      expect(text).not.toContain(caseFile.melderLink)
    }
  })
})

describe('an annual report', () => {
  it('holds the figures of its own year and of at most two before, none of them passed over', () => {
    expect(accepts({})).toBe(true)
    expect(accepts({ earlierYears: [] })).toBe(true)
    expect(accepts({ earlierYears: [{ year: 2024, figures: quiet }] })).toBe(true)
    expect(accepts({ earlierYears: [{ year: 2023, figures: null }] })).toBe(false)
  })

  it('is none with the figures of another organisation or another year', () => {
    expect(accepts({ organisationId: sampleId(77) })).toBe(false)
    expect(accepts({ figures: quiet })).toBe(false)
    expect(
      accepts({
        earlierYears: [
          { year: 2024, figures: busy },
          { year: 2023, figures: null },
        ],
      }),
    ).toBe(false)
    expect(
      accepts({
        earlierYears: [
          { year: 2023, figures: null },
          { year: 2022, figures: null },
        ],
      }),
    ).toBe(false)
  })

  it('is settled on a day, and a draft on none', () => {
    expect(accepts({ settledOn: null })).toBe(false)
    expect(accepts({ status: 'draft' })).toBe(false)
    expect(accepts({ status: 'draft', settledOn: null })).toBe(true)
  })

  it('has recommendations of up to a thousand characters', () => {
    const advising = (length: number) => ({
      narrative: { ...EMPTY_NARRATIVE, recommendations: [{ text: 'x'.repeat(length), owner: '' }] },
    })
    expect(accepts(advising(1000))).toBe(true)
    expect(accepts(advising(1001))).toBe(false)
    expect(accepts(advising(0))).toBe(false)
  })

  it('takes no figure that the gate did not seal', () => {
    expect(accepts({ figures: { ...busy, total: { shown: 'exact', value: 41 } } })).toBe(false)
  })
})
