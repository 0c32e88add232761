import type { Side } from '../consistent-tables.ts'
import { NoTableAgrees } from '../integer-program.ts'
import type { Pace } from '../pace.ts'
import type { AttackedFigures, AttackFinding, AttackResult, AttackTarget } from './attacked-figures.ts'
import { result } from './attacked-figures.ts'
import { needed, type Attacker, type Interval, type Needed } from './attacker.ts'

/** L2: somebody who knows that her own cell is not empty learns nothing more of the small cells without her. */
export async function attackL2(
  attacker: Attacker,
  attacked: AttackedFigures,
  pace: Pace,
): Promise<AttackResult> {
  const { targets, people, threshold } = attacked
  const findings: AttackFinding[] = []
  let questions = 0
  const possible = people.flatMap((_, index) => (attacker.exists(index) ? [index] : []))
  let open = 0
  for (const target of targets) {
    await pace()
    if (target.remainder === true) continue
    const limits = needed(target, threshold, attacker.declaredInterval(target.members))
    if (!limits) continue
    open += 1
    const own = new Set(target.members)
    const others = possible.filter((index) => !people[index]?.members.some((atom) => own.has(atom)))
    questions += others.length
    const breach = firstBreach(attacker, target, limits, others, threshold)
    if (breach) findings.push({ ...finding(breach), by: people[breach.person]?.id ?? '' })
  }
  // Where three dimensions are crossed nobody's own cell is known, so nobody could be asked.
  return people.length === 0 && open > 0
    ? { level: 'L2', verdict: 'not-played', questions: 0, findings: [] }
    : result('L2', questions, findings)
}

type Breach = {
  attacker: Attacker
  target: AttackTarget
  person: number
  declared: Interval
  side: Side
  limits: Needed
}

/** The first melder who learns too much of a target; one is enough for a finding. */
function firstBreach(
  attacker: Attacker,
  target: AttackTarget,
  limits: Needed,
  others: readonly number[],
  threshold: number,
): Breach | null {
  for (const side of ['min', 'max'] as const)
    for (const person of suspects(attacker, target, side, limits, others)) {
      const declared = attacker.declaredInterval(target.members, [person])
      const hers = needed(target, threshold, declared)
      if (hers && breaks(hers, side, attacker.reach(target.members, side, [person])))
        return { attacker, target, person, declared, side, limits: hers }
    }
  return null
}

/** A table in which many are present speaks for each of them; who has none is asked by herself. */
function suspects(
  attacker: Attacker,
  { members }: AttackTarget,
  side: Side,
  limits: Needed,
  present: readonly number[],
): number[] {
  if (present.length === 0) return []
  const goal = side === 'min' ? limits.reachLow : limits.reachHigh
  if (!Number.isFinite(goal) && side === 'min') return []
  if (agrees(attacker, members, side, limits, present, goal)) return []
  if (present.length === 1) return [...present]
  const half = Math.ceil(present.length / 2)
  return [present.slice(0, half), present.slice(half)].flatMap((some) =>
    suspects(attacker, { id: '', members }, side, limits, some),
  )
}

function agrees(
  attacker: Attacker,
  members: readonly number[],
  side: Side,
  limits: Needed,
  present: readonly number[],
  goal: number,
): boolean {
  try {
    return !breaks(limits, side, attacker.reach(members, side, present, goal))
  } catch (error) {
    // Not all of them can exist at once; each is then asked by herself.
    if (error instanceof NoTableAgrees) return false
    throw error
  }
}

function breaks({ reachLow, reachHigh }: Needed, side: Side, value: number): boolean {
  return side === 'min' ? value > reachLow : value < reachHigh
}

function finding({
  attacker,
  target: { id, members },
  person,
  declared,
  side,
  limits,
}: Breach): AttackFinding {
  return {
    level: 'L2',
    about: id,
    ...attacker.interval(members, [person]),
    declaredMin: declared.min,
    declaredMax: declared.max,
    ...attacker.proof(members, side, (value) => breaks(limits, side, value), [person]),
  }
}
