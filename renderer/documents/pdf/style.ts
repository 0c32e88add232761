import { FONT_FAMILY } from './fonts.ts'

/** Points. A4 is 595 × 842. The colours read as clearly in black and white. */
export const ink = '#1e2a24'
export const quiet = '#4f5b55'
export const green = '#1f5c47'
export const line = '#c9cac2'

export const page = {
  fontFamily: FONT_FAMILY,
  fontSize: 10,
  color: ink,
  paddingTop: 54,
  paddingBottom: 68,
} as const

const tabular: ['tnum'] = ['tnum']

/** Digits of equal width, so that units stand under units. */
export const figures = { fontFeatureSettings: tabular, textAlign: 'right' as const }

/**
 * Stands on a view inside the page, never on the page: the library multiplies an inherited line height again when
 * it fills in page numbers, and the footer then falls off the page.
 */
export const body = { fontSize: page.fontSize, lineHeight: 1.45 }

export const text = {
  h1: { fontSize: 21, fontWeight: 700, lineHeight: 1.2, color: green },
  h2: { fontSize: 13.5, fontWeight: 700, lineHeight: 1.3, color: green, marginTop: 18, marginBottom: 5 },
  h3: { fontSize: 10.5, fontWeight: 700, marginTop: 12, marginBottom: 3 },
  paragraph: { marginBottom: 6 },
  small: { fontSize: 8.5, lineHeight: 1.4, color: quiet },
  bold: { fontWeight: 700 },
} as const
