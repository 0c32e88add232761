import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../support/run-program.ts'
import type { Violation } from './violation-markers.ts'

const configuration = join(root, '.dependency-cruiser.cjs')

/** The names of the rules on who may import whom. */
export async function dependencyRuleNames(): Promise<string[]> {
  const { ruleSet } = await extractOptions(configuration)
  return (ruleSet?.forbidden ?? []).map((rule) => rule.name ?? '')
}

/** Which files of a tree that is laid out like this repository break a rule on imports. */
export async function brokenDependencyRules(tree: string): Promise<Violation[]> {
  const options = await extractOptions(configuration)
  const folders = ['shared', 'electron', 'renderer', 'test'].filter((name) => existsSync(join(tree, name)))
  const { output } = await cruise(folders, { ...options, baseDir: tree }, options.enhancedResolveOptions)
  return (output as ICruiseResult).summary.violations.flatMap(({ from, rule, cycle }) =>
    [from, ...(cycle ?? []).map(({ name }) => name)].map((file) => ({ file, rule: rule.name })),
  )
}
