import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, type Violation } from './violation-markers.ts'

interface TextRule {
  readonly name: string
  /** Which files it looks at, named from the root of the tree. */
  readonly looksAt: (file: string) => boolean
  readonly isBrokenBy: (file: string, text: string) => boolean
}

const isCode = (file: string): boolean => /\.(ts|tsx|js|cjs|mjs|css)$/.test(file)
const isSource = (file: string): boolean =>
  isCode(file) && /^(shared|electron|renderer|test|demo|bench)\//.test(file)
const isText = (file: string): boolean =>
  !/\.(png|jpe?g|ico|icns|woff2?|ttf|wasm|pdf|xlsx|zip|luwte|bin)$/.test(file)

/**
 * Folders and hosts of one computer. Spelt so that this file does not break the rule itself; examples may call the person
 * whose folder it is `iemand` (somebody).
 */
const somebodysMachine = new RegExp(
  [
    String.raw`(^|[\s"'\`(=:])/(w[o]rk|r[o]ot|h[o]me|Us[e]rs)/(?!iemand/)[a-z]`,
    String.raw`/tmp/(br[i]ef|b[a]sh)`,
    String.raw`[A-Z]:\\Us[e]rs\\`,
    String.raw`\b(reg[i]stry|artifact[o]ry|nex[u]s|pr[o]xy|m[i]rror)\.[\w-]+\.[a-z]{2,}`,
    String.raw`"res[o]lved": *"http`,
    String.raw`\b(10|127|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d+\.\d+\.\d+:\d{2,5}/npm`,
  ].join('|'),
  'm',
)

/** Rules on names and on text, comments included, that neither the linter nor the compiler reads. */
export const textRules: readonly TextRule[] = [
  {
    name: 'at-most-300-lines',
    looksAt: isSource,
    isBrokenBy: (_file, text) => text.trimEnd().split('\n').length > 300,
  },
  {
    name: 'names-are-kebab-case',
    looksAt: isSource,
    isBrokenBy: (file) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(file.split('/').at(-1) ?? ''),
  },
  {
    name: 'no-drawers',
    looksAt: isSource,
    isBrokenBy: (file) =>
      /\/(utils?|helpers?|common|misc)\//.test(file) ||
      /\/(types|constants|utils?|helpers?)\.\w+$/.test(file),
  },
  {
    name: 'no-silenced-checks',
    looksAt: isSource,
    isBrokenBy: (_file, text) =>
      /eslint-dis[a]ble|@ts-(ign[o]re|nocheck|exp[e]ct-error)|prettier-ign[o]re/.test(text),
  },
  {
    name: 'inflates-in-one-place',
    looksAt: (file) =>
      /^(shared|electron\/(main|preload|vault)|renderer)\/.*\.tsx?$/.test(file) &&
      file !== 'renderer/documents/read-back/unpack.ts',
    isBrokenBy: (_file, text) =>
      /zlib|fflate|jszip|pako|yauzl|unzipper|inflateRaw|DecompressionStream|read-excel-file/i.test(text),
  },
  {
    name: 'nothing-postponed',
    looksAt: (file) => isCode(file) || file.endsWith('.md'),
    isBrokenBy: (_file, text) => /\b(TO[D]O|FIX[M]E|X[X]X|H[A]CK)\b/.test(text),
  },
  {
    name: 'no-banners',
    looksAt: isSource,
    isBrokenBy: (_file, text) => /^\s*(\/\/|\/?\*) ?[-=*#~_]{5,}/m.test(text),
  },
  {
    name: 'nobodys-machine',
    looksAt: isText,
    isBrokenBy: (_file, text) => somebodysMachine.test(text),
  },
]

/** Which files of a tree break a rule on names or text. The tree of violations is left out of any other tree. */
export function brokenTextRules(tree: string): Violation[] {
  return filesBelow(tree)
    .filter((file) => !/^test\/(architecture\/violations|fixtures|golden)\//.test(file))
    .flatMap((file) => {
      const rules = textRules.filter(({ looksAt }) => looksAt(file))
      if (rules.length === 0) return []
      const text = readFileSync(join(tree, file), 'utf8')
      return rules
        .filter(({ isBrokenBy }) => isBrokenBy(file, text))
        .map(({ name }) => ({ file, rule: name }))
    })
}
