import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { root } from '../support/run-program.ts'
import { filesBelow } from './violation-markers.ts'

/** What the vault and the application have to survive, by number. */
const faults = [
  'wrong passphrase, wrong recovery group',
  'header copies flipped at each byte',
  'KDF parameters lowered or raised',
  'record flipped or truncated',
  'records swapped, moved, retyped',
  'one record replaced by its older self',
  'record missing or added',
  'whole vault rolled back',
  'working set lost or damaged at any time',
  'started on another Electron version',
  'disk full after k bytes at every write step',
  'SIGKILL in save, snapshot, passphrase change, rotation, destruction, backup, restore',
  'journal cut at every byte; damaged middle',
  'backup flipped, cut, extended',
  'backup of another vault, older, newer',
  'newer format',
  'every golden vault',
  'clock back two years, forward ten, daylight saving',
  'two instances, stale lock, vault opened twice over a share',
  'a note of 10 MB, 50,000 records, emoji, right-to-left, NUL, lone surrogates',
  'CSV cells that start with = + - @ tab',
  'JSON with __proto__, depth of a million, duplicate keys, 2 GB; zip bombs, ../ names',
  'HTML, SVG, javascript: in notes',
  'export names ../../x, CON, 300 characters, symlinks, existing files',
  'drops, navigation, window.open, 10,000 malformed messages on every channel, forbidden switches, WebRTC',
].map((words, index) => `fault ${index + 1}: ${words}`)

/** A title that a test file gives to a group, and how many tests are in it that are really run. */
type Group = { file: string; title: string; tests: number }

const calledName = (call: ts.CallExpression): string => {
  let callee: ts.Node = call.expression
  // `describe.each(table)(title, …)` is called twice.
  if (ts.isCallExpression(callee)) callee = callee.expression
  return callee.getText()
}
const isGroup = (name: string) => /^(test\.)?describe(\.each|\.serial)?$/.test(name)
const isTest = (name: string) => /^(test|it)(\.each)?$/.test(name)

function groupsIn(file: string): Group[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, 'test', file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const groups: Group[] = []
  const testsIn = (node: ts.Node): number => {
    let tests = 0
    ts.forEachChild(node, (child) => void (tests += testsIn(child)))
    if (!ts.isCallExpression(node)) return tests
    const [title] = node.arguments
    const name = calledName(node)
    if (isGroup(name) && title && ts.isStringLiteralLike(title))
      groups.push({ file, title: title.text, tests })
    return isTest(name) && node.arguments.length > 1 ? tests + 1 : tests
  }
  testsIn(source)
  return groups
}

const groups = filesBelow(join(root, 'test'))
  .filter((file) => /\.test\.tsx?$/.test(file))
  .flatMap(groupsIn)
  .filter(({ title }) => /^fault \d/.test(title))

describe('the faults and attacks to survive', () => {
  it.each(faults)('%s: has a test of that name, which is not left to the long runs', (title) => {
    const named = groups.filter((group) => group.title === title && !group.file.includes('.long.'))
    expect(named.filter(({ tests }) => tests > 0)).not.toEqual([])
  })

  it('are called by their own words everywhere, and none of them is empty', () => {
    expect(groups.filter(({ title, tests }) => !faults.includes(title) || tests === 0)).toEqual([])
  })
})
