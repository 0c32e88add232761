import { refuse, type Refusal } from '../kernel/refusal.ts'
import { LOCATION_TYPES, type LocationType } from './location.ts'
import { LrkNumber, passesLrkCheck } from './lrk-number.ts'
import { type PostalAddress } from './postal-address.ts'
import { REGISTER_COLUMNS, REQUIRED_REGISTER_COLUMNS, type RegisterRow } from './register-row.ts'

type RegisterColumn = (typeof REGISTER_COLUMNS)[number]

/** Where each column of the register stands in a file, and which of its columns the file lacks. */
export type RegisterHeader = {
  places: ReadonlyMap<RegisterColumn, number>
  cells: number
  missing: RegisterColumn[]
}

/** Why a row is left out. */
export type SkippedRow = { skipped: 'no-lrk-number' | 'unknown-type' | 'no-name' }

/**
 * Reads the cells of a file's first line. A file with none of the required columns is something else; one with
 * some of them is refused by the names of the others. Columns that are not the register's are ignored.
 */
export function readRegisterHeader(
  cells: readonly string[],
): RegisterHeader | Refusal<'file-not-the-register' | 'columns-missing'> {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  const places = new Map(
    REGISTER_COLUMNS.flatMap((column) => {
      const place = names.indexOf(column)
      return place === -1 ? [] : [[column, place] as const]
    }),
  )
  const lacking = REQUIRED_REGISTER_COLUMNS.filter((column) => !places.has(column))
  if (lacking.length === REQUIRED_REGISTER_COLUMNS.length) return refuse('file-not-the-register')
  if (lacking.length > 0) return refuse('columns-missing', ...lacking)
  return { places, cells: cells.length, missing: REGISTER_COLUMNS.filter((column) => !places.has(column)) }
}

/** Longest text of one cell that is taken over: what a typed line may hold. */
const LONGEST_CELL = 200

/**
 * One location from the cells of a row, or why it is left out. Texts are taken as they stand, also those that a
 * spreadsheet would read as a formula. A file without a status says nothing against a location: it counts as
 * registered.
 */
export function readRegisterRow(header: RegisterHeader, cells: readonly string[]): RegisterRow | SkippedRow {
  const text = (column: RegisterColumn): string => {
    const place = header.places.get(column)
    return place === undefined ? '' : (cells[place] ?? '').trim().slice(0, LONGEST_CELL)
  }
  const number = LrkNumber.safeParse(text('lrk_id'))
  if (!number.success) return { skipped: 'no-lrk-number' }
  const type = locationTypeOf(text('type_oko'))
  if (type === null) return { skipped: 'unknown-type' }
  const name = text('actuele_naam_oko')
  if (name === '') return { skipped: 'no-name' }
  const places = text('aantal_kindplaatsen')
  const status = text('status').toLowerCase()
  return {
    lrkNumber: number.data,
    type,
    name,
    places: /^\d{1,6}$/.test(places) ? Number(places) : null,
    registered: status === '' || status === 'ingeschreven',
    address: addressOf(
      text('opvanglocatie_adres'),
      text('opvanglocatie_postcode'),
      text('opvanglocatie_woonplaats'),
    ),
    holder: text('naam_houder'),
    holderKvk: text('kvk_nummer_houder'),
    holderAddress: addressOf(text('houder_adres'), text('houder_postcode'), text('houder_woonplaats')),
    municipality: text('verantwoordelijke_gemeente'),
    passesCheck: passesLrkCheck(number.data),
  }
}

/** A peuterspeelzaal (PSZ) of an old file has been a KDV since 2018 (Wet harmonisatie kinderopvang). */
function locationTypeOf(text: string): LocationType | null {
  const type = text.toUpperCase()
  if (type === 'PSZ') return 'KDV'
  return LOCATION_TYPES.find((known) => known === type) ?? null
}

/** The register writes `1075SW`, an envelope `1075 SW`. */
function addressOf(street: string, postcode: string, city: string): PostalAddress {
  const parts = /^(\d{4})\s*([A-Za-z]{2})$/.exec(postcode)
  return {
    street,
    postcode: parts ? `${parts[1] ?? ''} ${(parts[2] ?? '').toUpperCase()}` : postcode,
    city,
  }
}
