import { expect, test } from 'vitest'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { NO_ADDRESS } from '#shared/organisations/postal-address.ts'
import { paletteItems } from '../../../renderer/app/palette-items.ts'
import { caseSummary } from '../../support/case-summary.ts'

const summary = caseSummary({ reference: 'BIVO-72', label: 'Opmerkingen tijdens het eten' })
const organisation: Organisation = {
  id: summary.organisationId,
  name: 'Kinderopvang Fantasia',
  groupId: null,
  kvkNumber: null,
  vatId: '',
  address: NO_ADDRESS,
  contactName: '',
  contactEmail: '',
  invoiceEmail: '',
  purchaseReference: '',
}
const found = (query: string) => paletteItems(query, [summary], [organisation]).map(({ does }) => does)

test('offers what can be done, and no case, before anything is typed', () => {
  const acts = found('')
  expect(acts).toContainEqual({ go: '/casussen/nieuw' })
  expect(acts).toContainEqual({ act: 'lock' })
  expect(acts).toContainEqual({ act: 'conversation' })
  expect(acts).not.toContainEqual({ go: `/casussen/${summary.id}` })
})

test('finds a case by its reference and by the name of its organisation', () => {
  expect(found('bivo')).toEqual([{ go: `/casussen/${summary.id}` }])
  expect(found('bivo fantasia')).toEqual([{ go: `/casussen/${summary.id}` }])
})

test('finds an organisation by its name before the cases that are found only through it', () => {
  expect(found('fantasia')).toEqual([
    { go: `/organisaties/${organisation.id}` },
    { go: `/casussen/${summary.id}` },
  ])
})

test('finds a case that says the words itself before an organisation of that name', () => {
  const called = caseSummary({ reference: 'DAFE-31', label: 'Feest van Fantasia' })
  expect(paletteItems('fantasia', [called], [organisation]).map(({ id }) => id)).toEqual([
    called.id,
    organisation.id,
  ])
})

test('finds nothing when one of the words fits nowhere', () => {
  expect(found('bivo vliegtuig')).toEqual([])
})
