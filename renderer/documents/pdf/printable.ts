import { canDraw } from './fonts.ts'

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' })
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u
const SUBSTITUTES = new Map([
  ['\t', ' '],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '–'],
  ['\u2015', '—'],
  ['\u2192', '->'],
  ['\u2264', '<='],
  ['\u2265', '>='],
])

/**
 * Text as the typeface can draw it: pictures and control signs are left out, an accent that is missing is dropped
 * from its letter, and a letter of another script becomes a question mark, so that a reader sees that something
 * stood there. Line ends stay.
 */
export function printable(text: string): string {
  return Array.from(graphemes.segment(text.normalize('NFC').replace(/\r\n?/g, '\n')), ({ segment }) =>
    drawn(segment),
  )
    .join('')
    .replace(/ {2,}/g, ' ')
}

function drawn(grapheme: string): string {
  if (grapheme === '\n' || hasAll(grapheme)) return grapheme
  const substitute = SUBSTITUTES.get(grapheme)
  if (substitute !== undefined) return substitute
  if (PICTURE.test(grapheme)) return ''
  if (/^\p{White_Space}$/u.test(grapheme)) return ' '
  const visible = grapheme.replace(/[\p{Control}\p{Format}]/gu, '')
  if (visible === '' || hasAll(visible)) return visible
  const bare = visible.normalize('NFKD').replace(/\p{Mark}/gu, '')
  return bare !== '' && hasAll(bare) ? bare : '?'
}

function hasAll(text: string): boolean {
  return Array.from(text).every((character) => canDraw(character.codePointAt(0) ?? 0))
}
