import { type CaseFile } from '#shared/casework/case-file.ts'
import { countingHalf } from '#shared/casework/late-case.ts'
import { lastYearOf } from '#shared/reports/reported-time.ts'
import { LEDGER_START, type LedgerFigure, standing, TOTAL } from '#shared/statistics/ledger.ts'
import { halvesOf } from '#shared/statistics/report-period.ts'
import { type Intention, put } from '../caseload.ts'
import { type CaseloadRecord } from '../caseload-kinds.ts'
import { inSecondTerms } from '../report-steps.ts'
import { type Unlocked } from '../unlocked.ts'

/** Every entry of the ledger, in the order in which the figures were handed over. */
export function ledgerEntriesOf(vault: Unlocked): CaseloadRecord<'ledger'>[] {
  return vault.caseload.all('ledger').sort((a, b) => a.position - b.position)
}

/** Hash that the next entry follows. */
export function lastHashOf(vault: Unlocked): LedgerFigure['hash'] {
  return ledgerEntriesOf(vault).at(-1)?.figure.hash ?? LEDGER_START
}

/**
 * Every figure that holds, in the terms in which melders are counted today: entries of the first shape count by main subjects and
 * call a half-year by its name. What is stored stays as it was, or the chain of hashes would break.
 */
export function figuresInTodaysTerms(vault: Unlocked): LedgerFigure[] {
  return standing(ledgerEntriesOf(vault).map(({ figure }) => figure)).map((figure) => ({
    ...figure,
    ...inSecondTerms(figure.dimension, figure.categories, lastYearOf(figure.period)),
  }))
}

/** The totals of all reports that are out and count one of these cases, once for each report: to name them by. */
export function countedIn(vault: Unlocked, ...cases: readonly CaseFile[]): LedgerFigure[] {
  const totals = ledgerEntriesOf(vault)
    .filter(({ byHand, figure }) => !byHand && figure.dimension === TOTAL)
    .filter(({ figure }) =>
      cases.some(
        (one) =>
          one.organisationId === figure.organisationId && halvesOf(figure.period).includes(countingHalf(one)),
      ),
    )
    .map(({ figure }) => figure)
  return totals.filter(
    ({ reportId }, index) => totals.findIndex((other) => other.reportId === reportId) === index,
  )
}

/** What has to be written for figures to stand at the end of the ledger. `pages` are those of figures typed in. */
export function appended(
  vault: Unlocked,
  figures: readonly LedgerFigure[],
  pages: readonly string[] | null = null,
): Intention[] {
  const next = (ledgerEntriesOf(vault).at(-1)?.position ?? -1) + 1
  return figures.map((figure, index) =>
    put('ledger', {
      id: vault.newId(),
      position: next + index,
      figure,
      byHand: pages !== null,
      page: pages?.[index] ?? '',
    }),
  )
}
