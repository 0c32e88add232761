import { join } from 'node:path'
import ts from 'typescript'
import { expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 120_000 })

const file = join(import.meta.dirname, 'permit-attempt.ts')

/** What the compiler says about a few lines that stand in this folder. */
function errorsIn(lines: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    lib: ['lib.es2023.d.ts'],
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  const text = `import { ProtectedReport } from '../../../shared/statistics/protected-report.ts'\n${lines}`
  host.getSourceFile = (name, language) =>
    name === file ? ts.createSourceFile(name, text, language) : read(name, language)
  const program = ts.createProgram([file], options, host)
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

test('does not let anybody write down a report that the gate did not make', () => {
  const contents = `{
    about: { kind: 'organisation', organisationId: 'a' }, reportId: 'b', period: { year: 2025, half: null }, preset: 'ordinary', threshold: 5,
    total: { shown: 'exact', value: 3 }, tables: [], crossTables: [],
    whatWasGivenUp: [],
    proof: { witnesses: 0, figures: 0, hash: '' }, seal: '',
  }`
  expect(errorsIn(`export const report: ProtectedReport = ${contents}`).join()).toContain('$brand')
  expect(errorsIn('export const report: ProtectedReport = ProtectedReport.parse({})')).toEqual([])
})
