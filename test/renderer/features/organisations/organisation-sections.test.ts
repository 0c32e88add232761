import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { organisationSections } from '../../../../renderer/features/organisations/organisation-sections.ts'
import { engagementDetails, organisationDetails } from '../../../support/new-caseload.ts'

const today = calendarDate('2026-03-02')
const id = (letter: string) => letter.repeat(26)
const group = { id: id('g'), name: 'Concern Sprookje' }

function organisation(letter: string, name: string, groupId: string | null = null): Organisation {
  return { ...organisationDetails({ name, groupId }), id: id(letter) }
}

const tables = {
  groups: [group],
  organisations: [
    organisation('b', 'Stichting Überal'),
    organisation('c', 'Kinderopvang Zevenmijl', group.id),
    organisation('d', 'Kinderopvang Assepoester', group.id),
  ],
  locations: [],
  engagements: [{ ...engagementDetails(id('d'), { endsOn: calendarDate('2026-03-02') }), id: id('e') }],
}

function names(query: string): string[][] {
  return organisationSections(tables, query, today).map(({ group: of, rows }) => [
    of?.name ?? '',
    ...rows.map((row) => row.name),
  ])
}

describe('the list of organisations', () => {
  it('stands under concerns, by name, and those without one last', () => {
    expect(names('')).toEqual([
      ['Concern Sprookje', 'Kinderopvang Assepoester', 'Kinderopvang Zevenmijl'],
      ['', 'Stichting Überal'],
    ])
  })

  it('is searched in name, city and concern, without accents', () => {
    expect(names('uberal')).toEqual([['', 'Stichting Überal']])
    expect(names('sprookje zeven')).toEqual([['Concern Sprookje', 'Kinderopvang Zevenmijl']])
    expect(names('nergenshuizen').flat()).toHaveLength(5)
    expect(names('bestaat niet')).toEqual([])
  })

  it('says where each contract stands, its last day included', () => {
    const rows = organisationSections(tables, '', today).flatMap((section) => section.rows)
    expect(rows.map(({ contract }) => contract.state)).toEqual(['ending', 'none', 'none'])
    const later = organisationSections(tables, '', calendarDate('2026-03-03'))
    expect(later[0]?.rows[0]?.contract.state).toBe('ended')
  })
})
