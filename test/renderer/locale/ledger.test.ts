import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { NO_LOCATION } from '#shared/casework/melders.ts'
import { type ListedFigure } from '#shared/contracts/report-commands.ts'
import { idFrom } from '#shared/kernel/id.ts'
import { LEDGER_START } from '#shared/statistics/ledger.ts'
import { ledgerText } from '../../../renderer/locale/ledger.ts'

const id = (n: number) => idFrom(new Uint8Array(26).fill(n))
const LOCATIONS = [
  { id: id(2), name: 'De Duinroos', place: 'Nergenshuizen' },
  { id: id(3), name: 'Het Helmgras', place: 'Nergenshuizen' },
]

const counted = (changes: Partial<ListedFigure>): string =>
  ledgerText.counted(
    {
      id: id(9),
      organisationId: id(1),
      reportId: id(8),
      period: { year: 2025, half: null },
      dimension: 'total',
      categories: [],
      value: 12,
      recipient: 'HR',
      document: 'Jaarverslag',
      settledOn: calendarDate('2026-01-15'),
      previousHash: LEDGER_START,
      hash: LEDGER_START,
      page: '',
      byHand: true,
      ...changes,
    },
    LOCATIONS,
  )

describe('the list of figures that were handed out', () => {
  it('names locations and places, those without one and those that are gone', () => {
    const location = (...categories: string[]) => counted({ dimension: 'location', categories })
    expect(location(id(2))).toBe('Locatie: De Duinroos')
    expect(location(id(2), id(3))).toBe('Locatie: Nergenshuizen')
    expect(location(NO_LOCATION)).toBe('Locatie: Geen locatie genoemd')
    expect(location(id(7))).toBe('Locatie: Een locatie die er niet meer is')
  })

  it('says in Dutch what was counted, also of tables by two things and of several organisations', () => {
    expect(counted({})).toBe('Alle melders')
    expect(counted({ dimension: 'outcome', categories: ['resolved', 'withdrawn'] })).toBe(
      'Hoe het afliep: Opgelost of ingetrokken',
    )
    expect(
      counted({
        dimension: 'role',
        categories: ['trainee'],
        crossing: { dimension: 'rung', categories: ['mediation'] },
      }),
    ).toBe('Wie er kwam: Stagiair; Hoogste stap: Mediation')
    expect(counted({ among: [id(1), id(4)] })).toBe('Alle melders, van 2 organisaties samen')
  })

  it('shows no word of the program, whatever stands in the ledger', () => {
    expect(counted({ dimension: 'half', categories: ['first-half'] })).toBe('Periode: Eerste halfjaar 2025')
    expect(counted({ dimension: 'age', categories: ['old'] })).toBe('Een andere uitsplitsing')
    expect(counted({ dimension: 'role', categories: ['chief'] })).toBe('Wie er kwam')
  })

  it('says half-years, blocks and ranges in words', () => {
    expect(ledgerText.period({ year: 2025, half: 'first-half' })).toBe('eerste halfjaar 2025')
    expect(ledgerText.period({ from: 2022, to: 2024 })).toBe('2022 tot en met 2024')
    expect(ledgerText.value({ from: 0, to: 4 })).toBe('minder dan 5, of geen')
    expect(ledgerText.value({ from: 5, to: 9 })).toBe('5 tot en met 9')
    expect(ledgerText.value('hidden')).toBe('niet getoond')
  })
})
