import { type AttackAnswer, type AttackOnFile } from '#shared/contracts/attack-commands.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { contradiction } from '#shared/statistics/attack/contradiction.ts'
import { type FoundFigures } from '#shared/statistics/attack/counted-set.ts'
import { attackFound, type FoundAttack } from '#shared/statistics/attack/found-figures.ts'
import { Cancelled, paceOf } from '#shared/statistics/search-limits.ts'
import { type ComparedFile, inFile, setInFile } from './compared-files.ts'
import { type ComputationRun } from './computations.ts'
import { attackByProgram, type ProgramAttacker } from './program-attack.ts'

/** What is attacked: the files, beside everything else that is known. */
export type Attacked = {
  files: ComparedFile[]
  found: FoundFigures
  /** All organisations in the report, where there are several: what counts all of them names nobody. */
  everybody: readonly string[]
  isTruthKnown: boolean
  hasJointFigures: boolean
  /** What the one who has the program too is given; null where she has no means. */
  program: Omit<ProgramAttacker, 'run'> | null
}

/** Plays everybody, the one who knows the program last. */
export async function playAttackers(
  { files, found, everybody, isTruthKnown, hasJointFigures, program }: Attacked,
  run: ComputationRun,
): Promise<AttackAnswer | ReturnType<typeof refuse<'superseded'>>> {
  const pace = paceOf(run, false)
  // Half of the way for those who have the figures alone, half for the one who has the program too.
  const half = program === null ? 100 : 50
  const tell = (from: number, part: number) => (done: number, total: number) => {
    run.onProgress(from + Math.round((part * done) / total), 100)
  }
  const answer = {
    files: files.map(({ file, notInLedger, notInFile }) => ({
      file,
      notInLedger: notInLedger.map((one) => inFile(one, everybody)),
      notInFile: notInFile.map((one) => inFile(one, everybody)),
    })),
    contradiction: [],
    attacks: [],
    tables: [],
    isTruthKnown,
    hasJointFigures,
  }
  try {
    const untrue = await contradiction(found, pace)
    if (untrue.length > 0) return { ...answer, contradiction: untrue.map((one) => inFile(one, everybody)) }
    const attacks = (await attackFound(found, pace, tell(0, half))).map((one) => onFile(one, everybody))
    const { attack, tables } =
      program === null
        ? NO_PROGRAM
        : await attackByProgram({ ...program, run: { ...run, onProgress: tell(half, half) } })
    return {
      ...answer,
      attacks: [...attacks, attack].sort((a, b) => a.level.localeCompare(b.level)),
      tables,
    }
  } catch (error) {
    if (error instanceof Cancelled) return refuse('superseded')
    throw error
  }
}

const NO_PROGRAM: Awaited<ReturnType<typeof attackByProgram>> = {
  attack: { level: 'L3', verdict: 'not-played', questions: 0, findings: [] },
  tables: [],
}

function onFile(
  { level, verdict, questions, findings }: FoundAttack,
  everybody: readonly string[],
): AttackOnFile {
  return {
    level,
    verdict,
    questions,
    findings: findings.map(({ about, min, max }) => ({
      about: about && {
        ...setInFile(about, everybody),
        ...(about.without && { without: setInFile(about.without, everybody) }),
      },
      min: Math.max(0, min),
      max: Number.isFinite(max) ? max : null,
    })),
  }
}
