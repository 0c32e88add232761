import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  readRegisterHeader,
  readRegisterRow,
  type RegisterHeader,
} from '#shared/organisations/register-file.ts'
import {
  REGISTER_COLUMNS,
  REQUIRED_REGISTER_COLUMNS,
  RegisterRow,
} from '#shared/organisations/register-row.ts'

function headerOf(cells: readonly string[]): RegisterHeader {
  const header = readRegisterHeader(cells)
  if ('refused' in header) throw new Error(header.refused)
  return header
}

const whole = headerOf(REGISTER_COLUMNS)

type Cells = Partial<Record<(typeof REGISTER_COLUMNS)[number], string>>

const facts: Cells = { lrk_id: '100178376', type_oko: 'KDV', actuele_naam_oko: 'Fantasiehuis' }

function rowOf(cells: Cells): ReturnType<typeof readRegisterRow> {
  return readRegisterRow(
    whole,
    REGISTER_COLUMNS.map((column) => ({ ...facts, ...cells })[column] ?? ''),
  )
}

describe('the first line of a register file', () => {
  it('is read in any order, in capitals and with columns that the register does not have', () => {
    const header = headerOf(['x', ' NAAM_HOUDER', 'Type_oko', 'lrk_id ', 'actuele_naam_oko', ''])
    expect(readRegisterRow(header, ['?', 'Fantasia', 'BSO', '100178376', 'Fantasiehuis'])).toMatchObject({
      lrkNumber: '100178376',
      holder: 'Fantasia',
    })
    expect(header.missing).toEqual(
      REGISTER_COLUMNS.filter((column) => !REQUIRED_REGISTER_COLUMNS.some((required) => required === column)),
    )
  })

  it('names exactly the required columns that are not there', () => {
    fc.assert(
      fc.property(fc.subarray([...REQUIRED_REGISTER_COLUMNS], { minLength: 1, maxLength: 3 }), (lacking) => {
        const cells = REGISTER_COLUMNS.filter((column) => !lacking.some((name) => name === column))
        expect(readRegisterHeader(cells)).toEqual({ refused: 'columns-missing', fields: lacking })
      }),
    )
  })

  it.each([[[]], [['']], [['naam', 'bedrag']], [['status', 've']]])('is another file: %j', (cells) => {
    expect(readRegisterHeader(cells)).toEqual({ refused: 'file-not-the-register' })
  })
})

describe('a row of the register', () => {
  it('tells a location, its holder and both addresses', () => {
    expect(
      rowOf({
        aantal_kindplaatsen: '97',
        status: 'Ingeschreven',
        opvanglocatie_adres: ' Denkbeeldigweg 12 ',
        opvanglocatie_postcode: '2000BB',
        opvanglocatie_woonplaats: "'s-Verzonnendorp",
        naam_houder: 'Kinderopvang Fantasia',
        kvk_nummer_houder: '12345678',
        houder_postcode: '2000 bc',
        verantwoordelijke_gemeente: 'Fantasiestad',
      }),
    ).toEqual({
      lrkNumber: '100178376',
      type: 'KDV',
      name: 'Fantasiehuis',
      places: 97,
      registered: true,
      address: { street: 'Denkbeeldigweg 12', postcode: '2000 BB', city: "'s-Verzonnendorp" },
      holder: 'Kinderopvang Fantasia',
      holderKvk: '12345678',
      holderAddress: { street: '', postcode: '2000 BC', city: '' },
      municipality: 'Fantasiestad',
      passesCheck: true,
    })
  })

  it.each([
    ['PSZ', 'KDV'],
    ['kdv', 'KDV'],
    ['BSO', 'BSO'],
    ['GOB', 'GOB'],
    ['VGO', 'VGO'],
  ])('of type %s is a %s', (written, type) => {
    expect(rowOf({ type_oko: written })).toMatchObject({ type })
  })

  it.each([
    ['Ingeschreven', true],
    ['ingeschreven', true],
    ['Uitgeschreven', false],
    ['Nog niet ingeschreven', false],
    ['', true],
  ])('with status %j is registered: %s', (status, registered) => {
    expect(rowOf({ status })).toMatchObject({ registered })
  })

  it('does not know the number of places when none or nonsense is written', () => {
    for (const aantal_kindplaatsen of ['', 'veel', '-3', '1e9'])
      expect(rowOf({ aantal_kindplaatsen })).toMatchObject({ places: null })
  })

  it.each([
    [{ lrk_id: '' }, 'no-lrk-number'],
    [{ lrk_id: '12345678' }, 'no-lrk-number'],
    [{ type_oko: '' }, 'unknown-type'],
    [{ type_oko: 'constructor' }, 'unknown-type'],
    [{ actuele_naam_oko: '  ' }, 'no-name'],
  ])('is left out with %j', (cells, reason) => {
    expect(rowOf(cells)).toEqual({ skipped: reason })
  })

  it('is a valid row or a reason, whatever the cells hold', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('100178376', 'KDV', 'x'.repeat(500)))
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const row = readRegisterRow(whole, cells)
        expect('skipped' in row || RegisterRow.safeParse(row).success).toBe(true)
      }),
    )
  })
})
