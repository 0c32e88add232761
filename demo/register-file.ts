import { REGISTER_COLUMNS } from '#shared/organisations/register-row.ts'
import { madeUpLrkNumbers, ORGANISATIONS } from './story.ts'

/** A register file in the official layout (BOM, semicolons) that holds the invented locations of the story. */
export function registerFile(): string {
  const numbers = madeUpLrkNumbers(ORGANISATIONS.reduce((sum, story) => sum + story.locations, 0))
  const lines = ORGANISATIONS.flatMap((story) =>
    numbers.splice(0, story.locations).map((lrkNumber, index) => {
      const cells: Partial<Record<(typeof REGISTER_COLUMNS)[number], string>> = {
        lrk_id: lrkNumber,
        type_oko: story.locationType,
        actuele_naam_oko: `${story.name} ${index + 1}`,
        aantal_kindplaatsen: String(16 + (index % 5) * 8),
        status: 'Ingeschreven',
        inschrijfdatum: '01-01-2020',
        opvanglocatie_adres: `Verzonnenlaan ${index + 1}`,
        opvanglocatie_postcode: '0000AA',
        opvanglocatie_woonplaats: story.city,
        naam_houder: story.name,
        kvk_nummer_houder: story.kvkNumber,
        verantwoordelijke_gemeente: story.city,
      }
      return REGISTER_COLUMNS.map((column) => cells[column] ?? '').join(';')
    }),
  )
  return `\uFEFF${[REGISTER_COLUMNS.join(';'), ...lines].join('\r\n')}\r\n`
}
