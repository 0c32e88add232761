import { expect, it } from 'vitest'
import { reportFileName } from '../../../renderer/locale/reports.ts'

const named = (organisationName: string, status = 'settled') =>
  reportFileName({ period: { year: 2025, half: null }, organisationName, status }, 'pdf')

it('names year and organisation, so that sixty reports stand apart in one folder', () => {
  expect(named('Kinderopvang Fantasia')).toBe('jaarrapportage-2025-kinderopvang-fantasia.pdf')
  expect(
    reportFileName(
      { period: { year: 2025, half: null }, organisationName: 'Dreumesland', status: 'settled' },
      'xlsx',
    ),
  ).toBe('jaarrapportage-2025-dreumesland.xlsx')
})

it('says of a draft that it is one', () => {
  expect(named('Kinderopvang Fantasia', 'for-review')).toBe(
    'jaarrapportage-2025-kinderopvang-fantasia-concept.pdf',
  )
})

it('keeps to plain letters, whatever the name holds', () => {
  expect(named('  Opvang ’t Poëtje & Zoë (B.V.) ')).toBe('jaarrapportage-2025-opvang-t-poetje-zoe-b-v.pdf')
  expect(named('../../IJsbeer')).toBe('jaarrapportage-2025-ijsbeer.pdf')
  expect(named('保育')).toBe('jaarrapportage-2025.pdf')
})

it('shortens a long name to sixty letters, without a dash at its end', () => {
  const name = named(`${'a'.repeat(59)} opvang`)
  expect(name).toBe(`jaarrapportage-2025-${'a'.repeat(59)}.pdf`)
  expect(named('b'.repeat(200))).toBe(`jaarrapportage-2025-${'b'.repeat(60)}.pdf`)
})
