import { sumOver } from '../attacker-knowledge.ts'
import type { AttackedFigures, AttackFinding, AttackResult } from './attacked-figures.ts'
import { result } from './attacked-figures.ts'
import { needed } from './attacker.ts'

/**
 * L3: whoever knows the program asks of every table that agrees with the figures whether it could have been printed
 * like this, whatever the secret; what all of those have in common is learned. `worlds` are those tables, `free` the
 * ones that agree with declarations alone.
 */
export function attackL3(
  { targets, threshold }: Pick<AttackedFigures, 'targets' | 'threshold'>,
  worlds: readonly (readonly number[])[],
  free: readonly (readonly number[])[],
): AttackResult {
  const findings: AttackFinding[] = []
  for (const target of targets) {
    const declared = extremes(free, target.members)
    const limits = needed(target, threshold, declared)
    if (!limits) continue
    const { min, max } = extremes(worlds, target.members)
    if (min <= limits.reachLow && max >= limits.reachHigh) continue
    findings.push({
      level: 'L3',
      about: target.id,
      min,
      max,
      declaredMin: declared.min,
      declaredMax: declared.max,
      terms: [],
      divisor: 1,
      adds: false,
    })
  }
  return result('L3', targets.length, findings)
}

function extremes(worlds: readonly (readonly number[])[], members: readonly number[]) {
  let [min, max] = [Infinity, -Infinity]
  for (const world of worlds) {
    const sum = sumOver(world, members)
    min = Math.min(min, sum)
    max = Math.max(max, sum)
  }
  return { min, max }
}
