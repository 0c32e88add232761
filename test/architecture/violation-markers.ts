import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** That a file, named from the root of its tree, breaks the rule of that name. */
export interface Violation {
  readonly file: string
  readonly rule: string
}

/** The tree of deliberate violations. It mirrors the source, so that the rules' places fit. */
export const violationsRoot = join(import.meta.dirname, 'violations')

/**
 * What the files of a tree say that they break, in a comment on their first line: `breaks: one-rule, another-rule`.
 * Files without that comment are there to be imported and break nothing.
 */
export function declaredViolations(root: string): Violation[] {
  return filesBelow(root).flatMap((file) => {
    const [, names] = /^\W*breaks: ([^*\n]+)/.exec(readFileSync(join(root, file), 'utf8')) ?? []
    return (names ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((rule) => ({ file, rule }))
  })
}

/** One line for each violation, sorted and without doubles, so that two lists can be compared. */
export function asLines(violations: readonly Violation[]): string[] {
  return [...new Set(violations.map(({ file, rule }) => `${file} breaks ${rule}`))].sort()
}

const notOurs = new Set(['node_modules', '.git', 'out', 'dist', 'coverage', 'test-results', '.cache'])

/** All files below a folder, named from it with forward slashes, without what is installed, built or ignored. */
export function filesBelow(root: string, folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    if (notOurs.has(item.name)) return []
    const path = join(folder, item.name)
    if (item.isDirectory()) return filesBelow(root, path)
    return item.isFile() ? [relative(root, path).replaceAll('\\', '/')] : []
  })
}
