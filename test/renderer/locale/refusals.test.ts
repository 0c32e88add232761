import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { chained, LEDGER_START, type LedgerFigure } from '#shared/statistics/ledger.ts'
import { refusalSentence, refusalSentences } from '../../../renderer/locale/refusals.ts'
import { sampleId } from '../../shared/sample-caseload.ts'

const totalOf = (report: number, half: 'first-half' | 'second-half') => ({
  organisationId: sampleId(1),
  reportId: sampleId(report),
  period: { year: 2025, half },
  dimension: 'total',
  categories: [],
  value: 12,
  recipient: 'directie en HR',
  document: 'annual-report',
  settledOn: calendarDate('2025-07-14'),
})

describe('the sentence for a refusal', () => {
  it('is its own sentence where no report is the reason', () => {
    expect(refusalSentence(refuse('case-open'))).toBe(refusalSentences['case-open'])
    expect(refusalSentence({ refused: 'cancelled' })).toBe('cancelled')
  })

  it('says which report counted a case that cannot move any more', () => {
    const figures: LedgerFigure[] = chained(
      [totalOf(8, 'first-half'), totalOf(8, 'first-half')],
      LEDGER_START,
    )
    expect(refusalSentence({ ...refuse('case-counted', 'organisationId'), figures })).toBe(
      `${refusalSentences['case-counted']} Het gaat om de rapportage over het eerste halfjaar van 2025 voor directie en HR, uitgegeven op 14 juli 2025.`,
    )
  })

  it('tells figures that are no longer true from those beside which somebody could be traced', () => {
    const figures = chained([totalOf(8, 'first-half')], LEDGER_START)
    const untrue = refusalSentence({ ...refuse('earlier-figures-untrue'), figures })
    expect(untrue).toContain('kijk dan bij Uitgegeven cijfers of er een vergissing in zit')
    expect(untrue).not.toContain('herleidbaar')
    expect(refusalSentence({ ...refuse('earlier-figures-in-the-way'), figures })).toContain('herleidbaar')
  })

  it('names every report once', () => {
    const figures = chained([totalOf(8, 'first-half'), totalOf(9, 'second-half')], LEDGER_START)
    const sentence = refusalSentence({ ...refuse('melders-counted-apart'), figures })
    expect(sentence.match(/de rapportage over/g)).toHaveLength(2)
  })

  it('names a comparison as one, and of many reports three and how many more there are', () => {
    const figures = chained(
      [1, 2, 3, 4, 5].map((report) => ({
        ...totalOf(report, 'first-half'),
        recipient: `directie ${report}`,
        document: report === 1 ? 'benchmark' : 'annual-report',
      })),
      LEDGER_START,
    )
    const sentence = refusalSentence({ ...refuse('earlier-figures-in-the-way'), figures })
    expect(sentence).toContain('Het gaat om de vergelijking over')
    expect(sentence.match(/de rapportage over/g)).toHaveLength(2)
    expect(sentence).toMatch(/ en nog 2 andere rapportages\.$/)
  })
})
