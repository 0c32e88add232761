import { describe, expect, it } from 'vitest'
import { type InvoiceProposal } from '#shared/contracts/vault.ts'
import { yearlyInvoice } from '#shared/invoicing/yearly-invoice.ts'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { NO_ADDRESS } from '#shared/organisations/postal-address.ts'
import { runPlan } from '../../../../renderer/features/invoices/run-plan.ts'
import { engagementDetails, organisationDetails, PRACTICE } from '../../../support/new-caseload.ts'

const id = (letter: string) => letter.repeat(26)
const organisation = (letter: string, name: string) => ({ ...organisationDetails({ name }), id: id(letter) })
const organisations = [
  organisation('a', 'Kinderopvang Zevenmijl'),
  organisation('b', 'Kinderopvang Assepoester'),
  organisation('c', 'Stichting Klaar'),
  organisation('d', 'Stichting Gedaan'),
]

function refused(letter: string, slug: 'no-locations' | 'already-invoiced' | 'practice-incomplete') {
  return { organisationId: id(letter), proposal: { refused: slug, fields: ['iban'] }, leftAfterInvoice: [] }
}

function draftOf(letter: string): InvoiceProposal {
  const location = {
    id: id('h'),
    organisationId: id(letter),
    name: 'KDV Het Verzonnen Bos',
    lrkNumber: LrkNumber.parse('123456782'),
    type: 'KDV' as const,
    address: NO_ADDRESS,
    costCentre: '',
    joinedOn: calendarDate('2024-01-01'),
    leftOn: null,
  }
  const engagement = { ...engagementDetails(id(letter)), id: id('e') }
  const draft = yearlyInvoice(2026, PRACTICE, organisation(letter, 'X'), engagement, [location], [])
  if ('refused' in draft) throw new Error(draft.refused)
  return { organisationId: id(letter), proposal: { draft }, leftAfterInvoice: [id('h')] }
}

describe('a run of invoices', () => {
  it('parts what has to be mended, what is ready and what may rest, each by name', () => {
    const plan = runPlan(
      [
        refused('a', 'no-locations'),
        refused('b', 'no-locations'),
        draftOf('c'),
        refused('d', 'already-invoiced'),
      ],
      organisations,
    )
    expect(plan.toMend.map(({ name }) => name)).toEqual([
      'Kinderopvang Assepoester',
      'Kinderopvang Zevenmijl',
    ])
    expect(plan.ready.map(({ name }) => name)).toEqual(['Stichting Klaar'])
    expect(plan.resting.map(({ name }) => name)).toEqual(['Stichting Gedaan'])
    expect(plan.practiceLacks).toBeNull()
  })

  it('says once what the practice lacks, not once for each organisation', () => {
    const plan = runPlan(
      [refused('a', 'practice-incomplete'), refused('b', 'practice-incomplete')],
      organisations,
    )
    expect(plan).toMatchObject({ practiceLacks: ['iban'], toMend: [], ready: [] })
  })

  it('points at locations that left after they were invoiced', () => {
    expect(runPlan([draftOf('c')], organisations).left).toEqual([
      { organisationId: id('c'), name: 'Stichting Klaar', locations: 1 },
    ])
  })

  it('leaves out an organisation that is gone', () => {
    expect(runPlan([draftOf('c')], []).ready).toEqual([])
  })
})
