import type { Bounds } from '../attacker-knowledge.ts'

/**
 * L0 computes a hidden number, L1 tells none, a few and k apart, L2 is a melder who knows of herself, L3 knows the
 * program but not its secret, L4 subtracts printed figures by hand.
 */
export type AttackLevel = 'L0' | 'L1' | 'L2' | 'L3' | 'L4'

/** A cell or a remainder that nobody may learn. */
export type AttackTarget = {
  id: string
  members: readonly number[]
  /** What is left of a cell when another is taken away; melders (L2) are asked about cells only. */
  remainder?: boolean
  /** Shown as hidden: then it must stay so, however large it is. */
  hidden?: boolean
  /** The true count, where the attacker's judge knows it; without it only what is certain counts as learned. */
  value?: number
  /** Small whatever its value: all about one person, or fewer than k people behind it. */
  marked?: boolean
}

/**
 * Everything that was handed out, as sets of atoms, and what nobody may learn from it. Nothing of this comes from the
 * part that chose what to hide, so that a wrong choice is found.
 */
export type AttackedFigures = {
  atoms: number
  threshold: number
  /** Printed: what an attack is made of. */
  figures: readonly { id: string; members: readonly number[]; value: number }[]
  /** D: known on purpose. */
  declared: {
    figures: readonly { id: string; members: readonly number[]; value: number }[]
    bounds: Bounds
  }
  /** Out before: what these tell by themselves is no finding either. */
  out?: readonly { members: readonly number[]; value: number }[]
  /** True by nature and no secret: tables that count the same people add up to the same. */
  links?: readonly { members: readonly number[]; value: number }[]
  /** Atoms that count nobody and serve the links. */
  helpers?: readonly number[]
  /** Atoms that are zero by nature. */
  structural?: readonly number[]
  targets: readonly AttackTarget[]
  /** The sets in each of which somebody may know herself to be; for L2. */
  people: readonly { id: string; members: readonly number[] }[]
}

/** A printed figure in a sum. */
export type AttackTerm = { id: string; sign: 1 | -1; value: number }

/** Something that could be computed. */
export type AttackFinding = {
  level: AttackLevel
  /** What became known, by id; for a sum that is no target, what it adds up to. */
  about: string
  /** Who computed it, for L2. */
  by?: string
  /** What is left of it, and what was left from declarations alone. `max` may be Infinity. */
  min: number
  max: number
  declaredMin: number
  declaredMax: number
  /**
   * The figures that it takes. When `adds` is true their signed sum, divided by `divisor`, is the end of the interval
   * that lies too near; else they rule out every other number together.
   */
  terms: AttackTerm[]
  divisor: number
  adds: boolean
}

/** What one attacker achieved. `questions` is how many things she tried. */
export type AttackResult = {
  level: AttackLevel
  verdict: 'withstood' | 'broken' | 'not-played'
  questions: number
  findings: AttackFinding[]
}

export function result(level: AttackLevel, questions: number, findings: AttackFinding[]): AttackResult {
  return { level, verdict: findings.length > 0 ? 'broken' : 'withstood', questions, findings }
}
