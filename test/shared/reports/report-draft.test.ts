import { describe, expect, it } from 'vitest'
import { AnnualReport } from '#shared/reports/annual-report.ts'
import { REPORT_PARTS } from '#shared/reports/report-audience.ts'
import { ReportChoices, USUAL_CHOICES } from '#shared/reports/report-choices.ts'
import { followUpsOf } from '#shared/reports/recommendation.ts'
import { versionFor } from '#shared/reports/report-version.ts'
import { NO_STATEMENT } from '#shared/reports/organisation-statement.ts'
import { sampleReport } from '../../documents/sample-report.ts'

describe('what is chosen for a report', () => {
  const accepts = (changes: Record<string, unknown>) =>
    ReportChoices.safeParse({ ...USUAL_CHOICES, ...changes }).success

  it('starts from a step that the table has', () => {
    expect(accepts({ dimensions: [{ dimension: 'subject', from: 'sub-subjects' }] })).toBe(true)
    expect(accepts({ dimensions: [{ dimension: 'subject', from: 'places' }] })).toBe(false)
  })

  it('asks for no table twice, and crosses only tables that are asked for', () => {
    const role = { dimension: 'role', from: 'roles' }
    expect(accepts({ dimensions: [role, role] })).toBe(false)
    expect(accepts({ crossTables: [['subject', 'role']] })).toBe(true)
    expect(accepts({ crossTables: [['subject', 'location']] })).toBe(false)
    expect(accepts({ crossTables: [['subject', 'subject']] })).toBe(false)
    expect(
      accepts({
        crossTables: [
          ['subject', 'role'],
          ['role', 'subject'],
        ],
      }),
    ).toBe(false)
  })
})

describe('a version of a report', () => {
  const report = sampleReport({
    statement: {
      complaints: { source: 'Directie', statedOn: '2027-01-05', items: [], remark: '' },
      disputes: null,
    },
  })

  it('has the same figures and facts, and none of the parts that its readers do not get', () => {
    const version = versionFor(report, 'supervisory-board', [...REPORT_PARTS])
    expect(version.figures).toEqual(report.figures)
    expect(version.activities).toEqual(report.activities)
    expect(version.statement).toEqual(NO_STATEMENT)
    expect(Object.values(version.narrative).every((part) => part.length === 0)).toBe(true)
    expect(AnnualReport.safeParse(version).success).toBe(true)
  })

  it('is the report itself where nothing is left out', () => {
    expect(versionFor(report, 'board', [])).toEqual(report)
  })
})

describe('what became of recommendations', () => {
  const advised = [
    { text: 'Maak roosters op tijd bekend.', owner: 'HR' },
    { text: 'Bespreek de gedragscode.', owner: '' },
  ]

  it('is asked of every one, in order, and unknown until something is written', () => {
    const written = {
      text: 'Bespreek de gedragscode.',
      owner: '',
      became: 'done' as const,
      remark: 'In elk team.',
    }
    expect(followUpsOf(advised, [written])).toEqual([
      { ...advised[0], became: 'unknown', remark: '' },
      written,
    ])
  })

  it('says nothing of what was never recommended', () => {
    const stray = { text: 'Iets anders.', owner: '', became: 'done' as const, remark: '' }
    expect(followUpsOf([], [stray])).toEqual([])
  })
})
