import { open } from 'node:fs/promises'
import { type AttackOnFile, type FigureInFile, type FileFigures } from '#shared/contracts/attack-commands.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { type Id } from '#shared/kernel/id.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { contradiction } from '#shared/statistics/attack/contradiction.ts'
import { type CountedSet, type FoundFigures } from '#shared/statistics/attack/counted-set.ts'
import { attackFound, type FoundAttack } from '#shared/statistics/attack/found-figures.ts'
import { canonicalJson } from '#shared/statistics/canonical-json.ts'
import { type LedgerFigure, TOTAL } from '#shared/statistics/ledger.ts'
import { isMarked, type ReportMelder } from '#shared/statistics/report-dimension.ts'
import { type HalfYear, halvesOf, periodKey } from '#shared/statistics/report-period.ts'
import { Cancelled, paceOf } from '#shared/statistics/search-limits.ts'
import { isAddedUp } from '../reporting/added-up.ts'
import { type ComputationRun } from '../reporting/computations.ts'
import { contractOver } from '../reporting/draft-report.ts'
import { gateRequest } from '../reporting/gate-request.ts'
import { figuresInTodaysTerms } from '../reporting/kept-ledger.ts'
import { draftOf, type ReportKey, settledReport } from '../reporting/kept-reports.ts'
import { attackByProgram, type ProgramAttacker } from '../reporting/program-attack.ts'
import { type Handlers } from './handler.ts'

/** Attacking a report that was settled, from the files that were made of it. */
export const attackHandlers: Handlers<'report.attack' | 'report.stop' | 'report.recogniseFile'> = {
  'report.attack': async ({ pdf, spreadsheet, ...of }, vault) => {
    const report = settledReport(vault, of)
    if (report === null) return refuse('report-not-settled')
    const engagement = contractOver(vault, of)
    if (engagement === null) return refuse('engagement-missing')
    const { draft } = await draftOf(vault, of)
    const asked = gateRequest(vault, of, { reportId: report.id, choices: draft.choices }, engagement)
    const use = asked.use.filter(({ organisationId }) => organisationId === of.organisationId)
    // The program is played on this period alone.
    const request = { ...asked, use: use.filter(({ period }) => halvesOf(of.period).includes(period)) }
    const handedOut = figuresInTodaysTerms(vault).filter((one) => one.organisationId === of.organisationId)
    const ofThis = handedOut.filter((one) => one.reportId === report.id)
    const others = handedOut.filter((one) => one.reportId !== report.id)
    const { threshold } = report.figures
    const counted = countedBy(request.melders, of.organisationId, threshold)
    const halves = halvesOf(of.period)
    const unknown = unknownHalves(handedOut, counted)
    const truth = (set: CountedSet) =>
      halvesOf(set.period).some((half) => unknown.has(half)) ? undefined : counted(set)
    const isTruthKnown = !halves.some((half) => unknown.has(half))
    const figures = [...new Map([...pdf, ...spreadsheet].map((figure) => [keyOf(figure), figure])).values()]
    // Of figures of several organisations the others' melders would have to be known.
    const joint = others.filter(({ among }) => among !== undefined)
    const earlier = others.filter(({ among }) => among === undefined)
    const found: FoundFigures = {
      // What earlier figures tell by themselves is out; what they tell beside these is a finding.
      figures: [...figures, ...earlier.map((one) => ({ ...inFile(one), isOut: true }))],
      dimensions: request.dimensions,
      threshold,
      use,
      truth,
    }
    const own = periodKey(of.period)
    const files = [
      compared('pdf', pdf, handedOut, ofThis),
      compared('spreadsheet', spreadsheet, handedOut, ofThis),
    ]
    return vault.computations.begin(attackOn(of), (run) =>
      played({
        files,
        hasJointFigures: joint.length > 0,
        found,
        run,
        program: {
          report,
          request,
          figures: figures.filter(({ period }) => periodKey(period) === own),
          hasEarlierFigures: others.some(({ period }) =>
            halvesOf(period).some((half) => halves.includes(half)),
          ),
          truth: isTruthKnown
            ? (dimension, categories) => counted({ period: of.period, dimension, categories })
            : null,
        },
      }),
    )
  },

  'report.stop': (of, vault) => {
    vault.computations.stop(attackOn(of))
    vault.computations.stop(`${of.organisationId} ${periodKey(of.period)}`)
    return Promise.resolve({})
  },

  'report.recogniseFile': async ({ token, pdf, spreadsheet }, vault) => {
    const path = vault.filePath(token)
    if (path === undefined) return refuse('not-found', 'token')
    try {
      const bytes = await beginningOf(path, 1 + Math.max(pdf.byteLength, spreadsheet.byteLength))
      return { is: bytes.equals(pdf) ? 'pdf' : bytes.equals(spreadsheet) ? 'spreadsheet' : 'neither' }
    } catch {
      return refuse('file-unreadable')
    }
  },
}

function attackOn({ organisationId }: ReportKey): string {
  return `attack ${organisationId}`
}

/** Plays everybody, the one who knows the program last. */
async function played({
  files,
  hasJointFigures,
  found,
  program,
  run,
}: {
  files: FileFigures[]
  hasJointFigures: boolean
  found: FoundFigures
  program: Omit<ProgramAttacker, 'run'>
  run: ComputationRun
}): Promise<VaultAnswer<'report.attack'> | ReturnType<typeof refuse<'superseded'>>> {
  const pace = paceOf(run, false)
  // Half of the way for those who have the figures alone, half for the one who has the program too.
  const tell = (from: number) => (done: number, total: number) => {
    run.onProgress(from + Math.round((50 * done) / total), 100)
  }
  const isTruthKnown = program.truth !== null
  try {
    const untrue = await contradiction(found, pace)
    if (untrue.length > 0)
      return {
        files,
        contradiction: untrue.map(inFile),
        attacks: [],
        tables: [],
        isTruthKnown,
        hasJointFigures,
      }
    const attacks = (await attackFound(found, pace, tell(0))).map(onFile)
    const { attack, tables } = await attackByProgram({ ...program, run: { ...run, onProgress: tell(50) } })
    return {
      files,
      contradiction: [],
      attacks: [...attacks, attack].sort((a, b) => a.level.localeCompare(b.level)),
      tables,
      isTruthKnown,
      hasJointFigures,
    }
  } catch (error) {
    if (error instanceof Cancelled) return refuse('superseded')
    throw error
  }
}

/** How a file differs from what was handed out. A table of one row says what the total says, and is not printed. */
function compared(
  file: FileFigures['file'],
  read: readonly FigureInFile[],
  handedOut: readonly LedgerFigure[],
  ofThis: readonly LedgerFigure[],
): FileFigures {
  const inThis = new Set(read.map(keyOf))
  const known = new Set(handedOut.map(keyOf))
  const rows = (dimension: string) =>
    new Set(
      ofThis
        .filter((one) => one.dimension === dimension && !one.crossing)
        .map(({ categories }) => String(categories)),
    ).size
  const missing = ofThis.filter(
    (one) =>
      !inThis.has(keyOf(one)) &&
      (one.crossing !== undefined || one.dimension === TOTAL || rows(one.dimension) > 1),
  )
  return {
    file,
    notInLedger: read.filter((figure) => !known.has(keyOf(figure)) && !isAddedUp(figure, handedOut)),
    notInFile: [...new Map(missing.map((figure) => [keyOf(figure), inFile(figure)])).values()],
  }
}

/** The first bytes of a file; it may be of any size. */
async function beginningOf(path: string, most: number): Promise<Buffer> {
  const file = await open(path)
  try {
    if (!(await file.stat()).isFile()) throw new Error('not a file')
    const bytes = Buffer.alloc(most)
    let length = 0
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, most - length)
      length += bytesRead
      if (bytesRead === 0 || length === most) return bytes.subarray(0, length)
    }
  } finally {
    await file.close()
  }
}

/**
 * The half-years of which nobody knows the true counts any more: figures of them say something else than the caseload
 * does, because cases were destroyed since, or because they are from before it.
 */
function unknownHalves(
  handedOut: readonly LedgerFigure[],
  counted: (set: CountedSet) => { value: number },
): ReadonlySet<HalfYear> {
  const untrue = handedOut.filter(
    (one) => one.among === undefined && typeof one.value === 'number' && counted(one).value !== one.value,
  )
  return new Set(untrue.flatMap(({ period }) => halvesOf(period)))
}

/**
 * The true count of a set, by which an attacker is judged: small, or all about one person, and nobody may learn it. Of
 * sets of several organisations and of earlier editions nothing is asked.
 */
function countedBy(melders: readonly ReportMelder[], organisationId: Id, threshold: number) {
  const isIn = (melder: ReportMelder, dimension: string, categories: readonly string[]): boolean =>
    dimension === TOTAL || categories.includes(String(melder[dimension]))
  return ({ period, dimension, categories, crossing }: CountedSet): { value: number; marked: boolean } => {
    const halves: readonly string[] = halvesOf(period)
    const counted = melders.filter(
      (one) =>
        one.organisationId === organisationId &&
        halves.includes(String(one['time'])) &&
        isIn(one, dimension, categories) &&
        (crossing === undefined || isIn(one, crossing.dimension, crossing.categories)),
    )
    return { value: counted.length, marked: isMarked(counted, threshold) }
  }
}

/** Equal exactly for figures that count the same and say the same. */
function keyOf({ period, dimension, categories, crossing, value }: FigureInFile): string {
  const other = crossing && [crossing.dimension, [...crossing.categories].sort()]
  return canonicalJson([periodKey(period), dimension, [...categories].sort(), other ?? null, value])
}

function inFile({
  period,
  dimension,
  categories,
  crossing,
  value,
}: CountedSet & Pick<FigureInFile, 'value'>): FigureInFile {
  return {
    period,
    dimension,
    categories: [...categories],
    ...(crossing && { crossing: { dimension: crossing.dimension, categories: [...crossing.categories] } }),
    value,
  }
}

function onFile({ level, verdict, questions, findings }: FoundAttack): AttackOnFile {
  return {
    level,
    verdict,
    questions,
    findings: findings.map(({ about, min, max }) => ({
      about: about && { dimension: about.dimension, categories: [...about.categories] },
      min: Math.max(0, min),
      max: Number.isFinite(max) ? max : null,
    })),
  }
}
