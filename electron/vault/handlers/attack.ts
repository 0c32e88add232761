import { open } from 'node:fs/promises'
import { refuse } from '#shared/kernel/refusal.ts'
import { TOTAL } from '#shared/statistics/ledger.ts'
import { halvesOf, periodKey } from '#shared/statistics/report-period.ts'
import { compared, distinct, inFile, keyOf } from '../reporting/compared-files.ts'
import { contractOver } from '../reporting/draft-report.ts'
import { gateRequest } from '../reporting/gate-request.ts'
import { attackedJoint, attackOnJoint } from '../reporting/joint-attack.ts'
import { figuresInTodaysTerms } from '../reporting/kept-ledger.ts'
import { draftOf, type ReportKey, settledReport } from '../reporting/kept-reports.ts'
import { playAttackers } from '../reporting/play-attackers.ts'
import { trueCounts } from '../reporting/true-counts.ts'
import { type Handlers } from './handler.ts'

/** Attacking a report that was settled, from the files that were made of it. */
export const attackHandlers: Handlers<
  'report.attack' | 'report.stop' | 'report.recogniseFile' | 'jointReport.attack'
> = {
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
    // Of figures of several organisations the others' melders would have to be known.
    const own = handedOut.filter(({ among }) => among === undefined)
    const { threshold } = report.figures
    const { counted, truth } = trueCounts({
      melders: request.melders,
      organisations: [of.organisationId],
      threshold,
      handedOut: own,
    })
    const isTruthKnown = truth({ period: of.period, dimension: TOTAL, categories: [] }) !== undefined
    const figures = distinct([...pdf, ...spreadsheet])
    const known = new Set(own.map(keyOf))
    return vault.computations.begin(attackOn(of), (run) =>
      playAttackers(
        {
          files: [
            compared('pdf', pdf, handedOut, ofThis),
            compared('spreadsheet', spreadsheet, handedOut, ofThis),
          ],
          everybody: [],
          isTruthKnown,
          hasJointFigures: own.length < handedOut.length,
          found: {
            figures: [
              // A total that was never handed out was never agreed to be known either.
              ...figures.map((one) => ({ ...one, isUndeclared: !known.has(keyOf(one)) })),
              // What earlier figures tell by themselves is out; what they tell beside these is a finding.
              ...own
                .filter((one) => one.reportId !== report.id)
                .map((one) => ({ ...inFile(one), isOut: true })),
            ],
            dimensions: request.dimensions,
            threshold,
            use,
            isPlaceKnown: true,
            truth,
          },
          program: {
            report,
            request,
            figures: figures.filter(({ period }) => periodKey(period) === periodKey(of.period)),
            hasEarlierFigures: others.some(({ period }) =>
              halvesOf(period).some((half) => halvesOf(of.period).includes(half)),
            ),
            truth: isTruthKnown
              ? (dimension, categories) => counted({ period: of.period, dimension, categories })
              : null,
          },
        },
        run,
      ),
    )
  },

  'jointReport.attack': ({ pdf, spreadsheet, ...of }, vault) => {
    const attacked = attackedJoint(vault, of, { pdf, spreadsheet })
    return Promise.resolve(
      'refused' in attacked
        ? attacked
        : vault.computations.begin(attackOnJoint(of), (run) => playAttackers(attacked, run)),
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
