import { z } from 'zod'
import { LocationType } from './location.ts'
import { LrkNumber } from './lrk-number.ts'
import { PostalAddress } from './postal-address.ts'

/** Columns of `export_opendata_lrk.csv` in the order in which the register publishes them. */
export const REGISTER_COLUMNS = [
  'lrk_id',
  'type_oko',
  'opc',
  'actuele_naam_oko',
  'aantal_kindplaatsen',
  've',
  'status',
  'inschrijfdatum',
  'opvanglocatie_adres',
  'opvanglocatie_postcode',
  'opvanglocatie_woonplaats',
  'bag_id',
  'naam_houder',
  'kvk_nummer_houder',
  'vestigingsnummer_houder',
  'rechtsvorm_houder',
  'start_geschillencommissie',
  'einde_geschillencommissie',
  'houder_adres',
  'houder_postcode',
  'houder_woonplaats',
  'houder_buitenland',
  'correspondentie_adres',
  'correspondentie_postcode',
  'correspondentie_woonplaats',
  'correspondentie_buitenland',
  'contact_persoon',
  'contact_telefoon',
  'contact_emailadres',
  'contact_website',
  'cbs_code',
  'verantwoordelijke_gemeente',
  'gastouderbureau_1',
  'gastouderbureau_2',
  'lrk_url',
] as const

/** Without these a row means nothing; another column may be missing or empty. */
export const REQUIRED_REGISTER_COLUMNS = ['lrk_id', 'type_oko', 'actuele_naam_oko', 'naam_houder'] as const

/** One location as the register knows it. */
export const RegisterRow = z.strictObject({
  lrkNumber: LrkNumber,
  type: LocationType,
  name: z.string(),
  places: z.number().int().nullable(),
  registered: z.boolean(),
  address: PostalAddress,
  holder: z.string(),
  holderKvk: z.string(),
  holderAddress: PostalAddress,
  municipality: z.string(),
  /** False when the number fails the elfproef: shown as a warning, never a reason to leave the row out. */
  passesCheck: z.boolean(),
})
export type RegisterRow = z.infer<typeof RegisterRow>
