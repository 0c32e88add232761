import type { Pace } from '../pace.ts'
import type { AttackedFigures, AttackFinding, AttackResult } from './attacked-figures.ts'
import { result } from './attacked-figures.ts'
import { needed, type Attacker } from './attacker.ts'

/** L0: of every target that declarations leave open, at least two values must remain. */
export async function attackL0(
  attacker: Attacker,
  { targets, threshold }: AttackedFigures,
  pace: Pace,
): Promise<AttackResult> {
  const findings: AttackFinding[] = []
  for (const { id: about, members, value, marked, hidden } of targets) {
    await pace()
    const { min, max } = attacker.interval(members)
    if (min !== max) continue
    // A number from k upward that nobody hid is meant to be printed, and so is what follows from it.
    if ((value ?? min) >= threshold && marked !== true && hidden !== true) continue
    const declared = attacker.declaredInterval(members)
    if (declared.min === declared.max) continue
    findings.push({
      level: 'L0',
      about,
      min,
      max,
      declaredMin: declared.min,
      declaredMax: declared.max,
      ...attacker.proof(members, 'max', (other) => other < max + 1),
    })
  }
  return result('L0', targets.length, findings)
}

/** L1: the guarantee itself. */
export async function attackL1(
  attacker: Attacker,
  { targets, threshold }: AttackedFigures,
  pace: Pace,
): Promise<AttackResult> {
  const findings: AttackFinding[] = []
  for (const target of targets) {
    await pace()
    const declared = attacker.declaredInterval(target.members)
    const limits = needed(target, threshold, declared)
    if (!limits) continue
    const { min, max } = attacker.interval(target.members)
    const tooHigh = min > limits.reachLow
    if (!tooHigh && max >= limits.reachHigh) continue
    findings.push({
      level: 'L1',
      about: target.id,
      min,
      max,
      declaredMin: declared.min,
      declaredMax: declared.max,
      ...attacker.proof(target.members, tooHigh ? 'min' : 'max', (value) =>
        tooHigh ? value > limits.reachLow : value < limits.reachHigh,
      ),
    })
  }
  return result('L1', targets.length, findings)
}
