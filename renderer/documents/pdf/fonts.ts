import { Font } from '@react-pdf/renderer'
import { z } from 'zod'

/** One face as `data:` URLs of WOFF files. */
type Face = { regular: string; bold: string; italic: string }

/** Atkinson Hyperlegible Next comes in two files a face: Western European, and the rest of the Latin alphabets. */
export type FontFiles = { latin: Face; extended: Face }

const LATIN = 'Atkinson Hyperlegible Next'
const EXTENDED = 'Atkinson Hyperlegible Next Extended'

/** Tried in this order for every character. */
export const FONT_FAMILY = [LATIN, EXTENDED]

let drawable: ReadonlySet<number> = new Set()
let registered: Promise<void> | undefined

/** Makes the typeface known, once for each process. */
export function registerFonts(files: FontFiles): Promise<void> {
  registered ??= register(files)
  return registered
}

async function register(files: FontFiles): Promise<void> {
  for (const [family, face] of [
    [LATIN, files.latin],
    [EXTENDED, files.extended],
  ] as const)
    Font.register({
      family,
      fonts: [
        { src: face.regular, fontWeight: 400 },
        { src: face.bold, fontWeight: 700 },
        { src: face.italic, fontWeight: 400, fontStyle: 'italic' },
      ],
    })
  // The built-in callback breaks words as in English.
  Font.registerHyphenationCallback(breakOnlyWhatCannotFit)
  const sets = await Promise.all(FONT_FAMILY.map(charactersOf))
  drawable = new Set(sets.flat())
}

const LoadedFont = z.object({ characterSet: z.array(z.int()) })

async function charactersOf(fontFamily: string): Promise<number[]> {
  const face = { fontFamily, fontWeight: 400, fontStyle: 'normal' } as const
  await Font.load(face)
  return LoadedFont.parse(Font.getFont(face)?.data).characterSet
}

/** Whether the typeface has this character. */
export function canDraw(codePoint: number): boolean {
  return drawable.has(codePoint)
}

const LONGEST_WORD = 26
/** Thirty-four letters and digits in groups of four (ISO 13616): they stay together. */
const LONGEST_ACCOUNT = 42
const PIECE = 8

function breakOnlyWhatCannotFit(word: string): string[] {
  const characters = Array.from(word)
  const most = characters.includes('\u00a0') ? LONGEST_ACCOUNT : LONGEST_WORD
  if (characters.length <= most) return [word]
  return Array.from({ length: Math.ceil(characters.length / PIECE) }, (_, index) =>
    characters.slice(index * PIECE, (index + 1) * PIECE).join(''),
  )
}
