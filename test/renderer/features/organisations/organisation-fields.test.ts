import { describe, expect, it } from 'vitest'
import { OrganisationDetails } from '#shared/organisations/organisation.ts'
import {
  type OrganisationFields,
  organisationFields,
  readOrganisation,
} from '../../../../renderer/features/organisations/organisation-fields.ts'
import { organisationDetails } from '../../../support/new-caseload.ts'

const id = (letter: string) => letter.repeat(26)
const group = { id: id('g'), name: 'Concern Sprookje' }
const empty = organisationFields(null, null)

function read(fields: Partial<OrganisationFields>) {
  return readOrganisation({ ...empty, ...fields })
}

describe('an organisation that is typed in', () => {
  it('needs nothing but a name', () => {
    const reading = read({ name: ' Kinderopvang Fantasia ' })
    if (!('details' in reading)) throw new Error('not read')
    expect(OrganisationDetails.parse(reading.details.organisation).name).toBe('Kinderopvang Fantasia')
    expect(read({})).toEqual({ errors: { name: 'name-missing' } })
  })

  it('may have its KvK number typed with spaces or dots, but not too short', () => {
    expect(read({ name: 'X', kvkNumber: '00.00 00 01' })).toMatchObject({
      details: { organisation: { kvkNumber: '00000001' } },
    })
    expect(read({ name: 'X', kvkNumber: '1234' })).toEqual({ errors: { kvkNumber: 'kvk-number' } })
  })

  it('belongs to no concern, to a new one, or to one that may be called otherwise', () => {
    expect(read({ name: 'X' })).toMatchObject({ details: { group: null, organisation: { groupId: null } } })
    expect(read({ name: 'X', group: 'new', groupName: 'Concern Sprookje' })).toMatchObject({
      details: { group: { id: null, name: 'Concern Sprookje' }, organisation: { groupId: null } },
    })
    expect(read({ name: 'X', group: group.id, groupName: 'Concern Draak' })).toMatchObject({
      details: { group: { id: group.id, name: 'Concern Draak' }, organisation: { groupId: group.id } },
    })
    expect(read({ name: 'X', group: 'new' })).toEqual({ errors: { groupName: 'group-name-missing' } })
  })

  it('is read back as it was kept', () => {
    const details = organisationDetails({ groupId: group.id })
    expect(readOrganisation(organisationFields({ ...details, id: id('a') }, group))).toEqual({
      details: { organisation: details, group: { id: group.id, name: group.name } },
    })
  })
})
