import { basename, dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { root } from '../support/run-program.ts'
import { filesBelow } from './violation-markers.ts'

const uncompilable = join(import.meta.dirname, 'uncompilable')
const unwritable = join(import.meta.dirname, 'unwritable')

/** "Cannot find name", "Cannot find module": each also in the form that proposes a library or types. */
const notThere = [2304, 2307, 2552, 2580, 2584, 2591]
/** "Type is not assignable", "Property does not exist". */
const notAllowed = [2322, 2339]

/** What the compiler says of files, were they part of the project in that folder. */
function complaints(project: string, files: readonly string[]): { file: string; code: number }[] {
  const read = ts.readConfigFile(join(root, project, 'tsconfig.json'), (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, join(root, project))
  const alone = { ...options, noEmit: true, composite: false, emitDeclarationOnly: false }
  const program = ts.createProgram([...files], alone)
  return ts.getPreEmitDiagnostics(program).map(({ file, code }) => ({ file: file?.fileName ?? '', code }))
}

const files = filesBelow(uncompilable)
const projects = [...new Set(files.map((file) => dirname(file)))]

describe.each(projects)('%s', (project) => {
  const own = files.filter((file) => dirname(file) === project).map((file) => join(uncompilable, file))

  it('is compiled by a project of its own, in which a harmless file compiles', () => {
    expect(complaints(project, [join(root, 'shared/kernel/id.ts')])).toEqual([])
  })

  it('does not know what its runtime does not have', () => {
    const found = complaints(project, own)
    expect(found.filter(({ code }) => !notThere.includes(code))).toEqual([])
    expect([...new Set(found.map(({ file }) => file))].sort()).toEqual(own.sort())
  })
})

describe('permit types', () => {
  const attempts = filesBelow(unwritable).map((attempt) => join(unwritable, attempt))
  const found = complaints('test', attempts)

  it.each(attempts.map((path) => [basename(path, '.ts'), path] as const))('refuse %s', (_name, attempt) => {
    const ofThis = found.filter(({ file }) => file === attempt)
    expect(ofThis).toHaveLength(1)
    expect(ofThis.filter(({ code }) => notAllowed.includes(code))).toEqual(ofThis)
  })

  it('are refused nowhere else', () => {
    expect(found.filter(({ file }) => !attempts.includes(file))).toEqual([])
  })
})
