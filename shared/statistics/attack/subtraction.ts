import type { Highs } from 'highs'
import { setKey } from '../bit-set.ts'
import type { Pace } from '../pace.ts'
import type { AttackedFigures, AttackFinding, AttackResult } from './attacked-figures.ts'
import { result } from './attacked-figures.ts'
import type { Attacker } from './attacker.ts'

/** More small groups than this are not looked for; one is enough to refuse. */
const MOST_FINDINGS = 12

type Sum = { factors: number[]; classes: number[] }

/**
 * L4: whoever adds and subtracts printed figures, each once at most. Finds sums that count some atoms exactly once
 * and no others, and come out below k, shortest first. Sets that declarations alone tell do not count, nor do
 * structural zeros. All combinations are covered: the search is an integer program over the signs.
 */
export async function attackL4(
  highs: Highs,
  attacker: Attacker,
  attacked: AttackedFigures,
  pace: Pace,
): Promise<AttackResult> {
  const { threshold, declared, links = [], helpers = [], structural = [] } = attacked
  const zeros = new Set(structural)
  const strip = (members: readonly number[]): number[] =>
    [...new Set(members)].filter((atom) => !zeros.has(atom))
  const figures = [
    ...links.map((link) => ({ id: null, ...link })),
    ...declared.figures,
    ...attacked.figures,
  ].map((figure) => ({ ...figure, members: strip(figure.members) }))
  const classes = classesOf(figures.map(({ members }) => members))
  const isHelper = new Set(helpers)
  const usable = classes.map(({ atoms }) => !atoms.some((atom) => isHelper.has(atom)))
  const atomsOf = (sum: Sum): number[] => sum.classes.flatMap((index) => classes[index]?.atoms ?? [])
  const known = { links: links.length, all: links.length + declared.figures.length }
  const values = figures.map(({ value }) => value)
  const findings: AttackFinding[] = []
  const passed: number[][] = []
  while (findings.length < MOST_FINDINGS) {
    await pace()
    const sum = shortestSum(highs, classes, figures.length, values, usable, threshold, known, passed)
    if (!sum) break
    passed.push(sum.classes)
    const atoms = atomsOf(sum)
    const told = attacker.declaredInterval(atoms)
    if (told.min === told.max) continue
    const terms = figures.flatMap(({ id, value }, index): AttackFinding['terms'] => {
      const factor = sum.factors[index] ?? 0
      return id === null || factor === 0 ? [] : [{ id, sign: factor > 0 ? 1 : -1, value }]
    })
    terms.sort((a, b) => b.sign - a.sign || b.value - a.value)
    const value = sum.factors.reduce((total, factor, index) => total + factor * (values[index] ?? 0), 0)
    const target = attacked.targets.find(({ members }) => setKey(strip(members)) === setKey(atoms))
    findings.push({
      level: 'L4',
      about: target?.id ?? terms.map(({ id, sign }) => `${sign > 0 ? '+' : '−'} ${id}`).join(' '),
      min: value,
      max: value,
      declaredMin: told.min,
      declaredMax: told.max,
      terms,
      divisor: 1,
      adds: true,
    })
  }
  return result('L4', figures.length, findings)
}

/** Atoms that stand in the same figures are one class; atoms in none take no part. */
function classesOf(sets: readonly (readonly number[])[]): { atoms: number[]; figures: number[] }[] {
  const figuresOf = new Map<number, number[]>()
  sets.forEach((members, figure) => {
    for (const atom of members) figuresOf.set(atom, [...(figuresOf.get(atom) ?? []), figure])
  })
  const classes = new Map<string, { atoms: number[]; figures: number[] }>()
  for (const [atom, figures] of figuresOf) {
    const known = classes.get(figures.join())
    if (known) known.atoms.push(atom)
    else classes.set(figures.join(), { atoms: [atom], figures })
  }
  return [...classes.values()]
}

/**
 * Columns: every figure added, every figure subtracted, every class in the sum or not. Rows: each class is counted
 * as often as it is in the sum; the sum is not empty and worth less than k; none of `passed` again.
 */
function shortestSum(
  highs: Highs,
  classes: readonly { figures: readonly number[] }[],
  figures: number,
  values: readonly number[],
  usable: readonly boolean[],
  threshold: number,
  known: { links: number; all: number },
  passed: readonly (readonly number[])[],
): Sum | null {
  const columns = 2 * figures + classes.length
  const rows: { entries: [column: number, factor: number][]; min: number; max: number }[] = []
  const ofClass = (index: number): number => 2 * figures + index
  classes.forEach((one, index) => {
    const entries = one.figures.flatMap((figure): [number, number][] => [
      [figure, 1],
      [figures + figure, -1],
    ])
    rows.push({ entries: [...entries, [ofClass(index), -1]], min: 0, max: 0 })
  })
  rows.push({
    entries: classes.map((_, index): [number, number] => [ofClass(index), 1]),
    min: 1,
    max: classes.length,
  })
  rows.push({
    entries: values.flatMap((value, figure): [number, number][] =>
      value === 0
        ? []
        : [
            [figure, value],
            [figures + figure, -value],
          ],
    ),
    min: 0,
    max: threshold - 1,
  })
  // What is known alone tells nothing new.
  rows.push({
    entries: values.flatMap((_, figure): [number, number][] =>
      figure < known.all
        ? []
        : [
            [figure, 1],
            [figures + figure, 1],
          ],
    ),
    min: 1,
    max: Infinity,
  })
  for (const set of passed) {
    const inside = new Set(set)
    const entries = classes.map((_, index): [number, number] => [ofClass(index), inside.has(index) ? -1 : 1])
    rows.push({ entries, min: 1 - set.length, max: classes.length })
  }
  // A link is no figure that somebody has to look up.
  const costs = Float64Array.from({ length: columns }, (_, column) =>
    column >= 2 * figures ? 0 : column % figures < known.links ? 0.01 : 1,
  )
  const upper = Float64Array.from({ length: columns }, (_, column) =>
    column < 2 * figures || usable[column - 2 * figures] === true ? 1 : 0,
  )
  return solve(highs, figures, costs, rows, upper)
}

function solve(
  highs: Highs,
  figures: number,
  costs: Float64Array,
  rows: readonly { entries: readonly [number, number][]; min: number; max: number }[],
  upper: Float64Array,
): Sum | null {
  const columns = costs.length
  const starts = [0]
  for (const { entries } of rows) starts.push((starts.at(-1) ?? 0) + entries.length)
  const { variableType, modelStatus } = highs.constants
  return highs.withModel(
    {
      numCols: columns,
      numRows: rows.length,
      colCost: costs,
      colLower: new Float64Array(columns),
      colUpper: upper,
      rowLower: Float64Array.from(rows, ({ min }) => min),
      rowUpper: Float64Array.from(rows, ({ max }) => (max === Infinity ? highs.infinity : max)),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: columns,
        starts,
        indices: rows.flatMap(({ entries }) => entries.map(([column]) => column)),
        values: Float64Array.from(rows.flatMap(({ entries }) => entries.map(([, factor]) => factor))),
      },
      integrality: Array<typeof variableType.integer>(columns).fill(variableType.integer),
    },
    (model) => {
      model.options.set({ output_flag: false })
      model.run()
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible) return null
      if (status !== modelStatus.optimal) throw new Error(`the solver stopped with status ${String(status)}`)
      const { colValue } = model.getSolution()
      const whole = Array.from(colValue, Math.round)
      const factors = Array.from(
        { length: figures },
        (_, figure) => (whole[figure] ?? 0) - (whole[figures + figure] ?? 0),
      )
      return {
        factors,
        classes: whole.slice(2 * figures).flatMap((taken, index) => (taken === 1 ? [index] : [])),
      }
    },
  )
}
