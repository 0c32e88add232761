import { type Id } from '#shared/kernel/id.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { type AttackOnFile, type FigureInFile } from '#shared/contracts/report-commands.ts'
import { type CountedSet } from '#shared/statistics/attack/counted-set.ts'
import { attackFound, type FoundAttack } from '#shared/statistics/attack/found-figures.ts'
import { canonicalJson } from '#shared/statistics/canonical-json.ts'
import { TOTAL } from '#shared/statistics/ledger.ts'
import { oneAccused, type ReportMelder } from '#shared/statistics/report-dimension.ts'
import { halvesOf, periodKey } from '#shared/statistics/report-period.ts'
import { contractOver } from '../reporting/draft-report.ts'
import { gateRequest } from '../reporting/gate-request.ts'
import { figuresInTodaysTerms } from '../reporting/kept-ledger.ts'
import { draftOf, settledReport } from '../reporting/kept-reports.ts'
import { type Handlers } from './handler.ts'

/** Attacking a report that was settled, from the file that was made of it. */
export const attackHandlers: Handlers<'report.attack'> = {
  'report.attack': async ({ figures, ...of }, vault) => {
    const report = settledReport(vault, of)
    if (report === null) return refuse('report-not-settled')
    const engagement = contractOver(vault, of)
    if (engagement === null) return refuse('engagement-missing')
    const { draft } = await draftOf(vault, of)
    const asked = gateRequest(vault, of, { reportId: report.id, choices: draft.choices }, engagement)
    const handedOut = figuresInTodaysTerms(vault).filter((one) => one.organisationId === of.organisationId)
    const ofThis = handedOut.filter((one) => one.reportId === report.id)
    const inTables = ofThis.filter(({ crossing }) => crossing === undefined)
    const read = new Set(figures.map(keyOf))
    const known = new Set(handedOut.filter(({ crossing }) => crossing === undefined).map(keyOf))
    const truth = countedBy(asked.melders, of.organisationId, report.figures.threshold)
    // Of cases that were destroyed since nobody knows the true counts any more; then only what is certain is judged.
    const stillHolds = ofThis.every((one) => typeof one.value !== 'number' || truth(one).value === one.value)
    const found = {
      figures: [
        ...figures,
        ...ofThis.filter(({ crossing }) => crossing !== undefined),
        ...handedOut.filter((one) => one.reportId !== report.id),
      ],
      dimensions: asked.dimensions,
      threshold: report.figures.threshold,
      use: asked.use,
      ...(stillHolds && { truth }),
    }
    return vault.computations.begin(
      `attack ${of.organisationId}`,
      async ({ pause }): Promise<VaultAnswer<'report.attack'>> => ({
        attacks: (await attackFound(found, pause)).map(onFile),
        notInLedger: figures.filter((figure) => !known.has(keyOf(figure))).length,
        notInFile: inTables.filter((figure) => !read.has(keyOf(figure))).length,
      }),
    )
  },
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
        halves.includes(String(one.time)) &&
        isIn(one, dimension, categories) &&
        (crossing === undefined || isIn(one, crossing.dimension, crossing.categories)),
    )
    const people = new Set(counted.map(({ melderLink }) => melderLink)).size
    return {
      value: counted.length,
      marked: oneAccused(counted) || (counted.length >= threshold && people < threshold),
    }
  }
}

/** Equal exactly for figures that count the same and say the same. */
function keyOf({ period, dimension, categories, value }: FigureInFile): string {
  return canonicalJson([periodKey(period), dimension, [...categories].sort(), value])
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
