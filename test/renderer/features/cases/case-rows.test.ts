import { expect, test } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { caseRows } from '../../../../renderer/features/cases/case-rows.ts'
import { caseSummary } from '../../../support/case-summary.ts'

const early = caseSummary({ reference: 'DOLA-10', label: 'Crèche', lastEntryOn: calendarDate('2026-01-05') })
const late = caseSummary({ reference: 'FENO-20', lastEntryOn: calendarDate('2026-02-05') })
const closed = caseSummary({ reference: 'GASI-30', state: 'closed', lastEntryOn: calendarDate('2026-03-05') })
const cases = [early, late, closed]
const names = new Map([[early.organisationId, 'Kinderopvang Fantasia']])
const nothing = new Map<string, string>()
const references = (rows: readonly { reference: string }[]) => rows.map(({ reference }) => reference)

test('shows the case with the latest contact on top', () => {
  expect(references(caseRows(cases, names, 'all', '', nothing))).toEqual(['GASI-30', 'FENO-20', 'DOLA-10'])
})

test('shows only open or only closed cases when asked', () => {
  expect(references(caseRows(cases, names, 'open', '', nothing))).toEqual(['FENO-20', 'DOLA-10'])
  expect(references(caseRows(cases, names, 'closed', '', nothing))).toEqual(['GASI-30'])
})

test('finds a case by parts of words, without accents and in any order', () => {
  expect(references(caseRows(cases, names, 'all', 'fanta crech', nothing))).toEqual(['DOLA-10'])
})

test('finds a case that the vault found in its notes, and shows the piece of text', () => {
  const hits = new Map([[late.id, 'over het rooster']])
  const rows = caseRows(cases, names, 'open', 'rooster', hits)
  expect(rows.map(({ reference, snippet }) => [reference, snippet])).toEqual([
    ['FENO-20', 'over het rooster'],
  ])
})
