import { ESLint, type Linter } from 'eslint'
import { join } from 'node:path'
import tseslint from 'typescript-eslint'
import { root } from '../support/run-program.ts'
import { borrowedRules, borrowedScreenRules, configurations, lintRules } from './lint-rules.js'
import type { Violation } from './violation-markers.ts'

/** The names of the project's own lint rules, and of those of others that it leans on. */
export const lintRuleNames = [
  ...lintRules.map(({ name }) => name),
  ...Object.keys({ ...borrowedRules, ...borrowedScreenRules }),
]

/** Which files of a tree break a named lint rule, by the whole configuration. Slow: it reads types. */
export function brokenLintRules(tree: string): Promise<Violation[]> {
  return lint(new ESLint({ cwd: tree, overrideConfigFile: join(root, 'eslint.config.js') }), tree)
}

/** Which source files break one of the project's own lint rules, which need no types. */
export function brokenOwnLintRules(): Promise<Violation[]> {
  const parser: Linter.Config = {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
    linterOptions: { noInlineConfig: true },
  }
  const ignored: Linter.Config = {
    ignores: ['**/*.{js,cjs,mjs}', 'out/', 'test/architecture/{violations,uncompilable,unwritable}/'],
  }
  const overrideConfig = [ignored, parser, ...configurations]
  return lint(new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig }), root)
}

async function lint(eslint: ESLint, tree: string): Promise<Violation[]> {
  const results = await eslint.lintFiles(['.'])
  return results.flatMap(({ filePath, messages }) =>
    messages
      .filter(({ fatal, ruleId }) => fatal === true || lintRuleNames.includes(nameOf(ruleId)))
      .map(({ ruleId }) => ({
        file: filePath.slice(tree.length + 1).replaceAll('\\', '/'),
        rule: nameOf(ruleId),
      })),
  )
}

function nameOf(ruleId: string | null): string {
  return ruleId?.replace(/^luwte\//, '') ?? 'cannot be parsed'
}
