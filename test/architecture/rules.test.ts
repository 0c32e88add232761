import { describe, expect, it } from 'vitest'
import { root } from '../support/run-program.ts'
import { brokenDependencyRules, dependencyRuleNames } from './dependency-rules.ts'
import { brokenLintRules, brokenOwnLintRules, lintRuleNames } from './lint-source.ts'
import { brokenTextRules, textRules } from './text-rules.ts'
import { asLines, declaredViolations, violationsRoot } from './violation-markers.ts'

describe('the source', () => {
  it('imports only what its place allows', async () => {
    expect(asLines(await brokenDependencyRules(root))).toEqual([])
  })

  it('breaks no lint rule of this project', async () => {
    expect(asLines(await brokenOwnLintRules())).toEqual([])
  })

  it('breaks no rule on names and text', () => {
    expect(asLines(brokenTextRules(root))).toEqual([])
  })
})

describe('the tree of deliberate violations', () => {
  const declared = declaredViolations(violationsRoot)
  const declaredOf = (names: readonly string[]): string[] =>
    asLines(declared.filter(({ rule }) => names.includes(rule)))

  it('has a violation of every rule, and of no rule that does not exist', async () => {
    const rules = [...(await dependencyRuleNames()), ...lintRuleNames, ...textRules.map(({ name }) => name)]
    expect(new Set(rules).size).toBe(rules.length)
    expect([...new Set(declared.map(({ rule }) => rule))].sort()).toEqual(rules.sort())
  })

  it('breaks every rule on imports where it says so, and nowhere else', async () => {
    const broken = await brokenDependencyRules(violationsRoot)
    expect(asLines(broken)).toEqual(declaredOf(await dependencyRuleNames()))
  })

  it('breaks every lint rule where it says so, and nowhere else', async () => {
    expect(asLines(await brokenLintRules(violationsRoot))).toEqual(declaredOf(lintRuleNames))
  })

  it('breaks every rule on names and text where it says so, and nowhere else', () => {
    expect(asLines(brokenTextRules(violationsRoot))).toEqual(declaredOf(textRules.map(({ name }) => name)))
  })
})
