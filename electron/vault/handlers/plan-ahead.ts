import { yearOf } from '#shared/calendar/calendar-date.ts'
import { countMelders } from '#shared/casework/melders.ts'
import { isRefusal, refuse } from '#shared/kernel/refusal.ts'
import { planAhead } from '#shared/reports/plan-ahead.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { contractOver } from '../reporting/draft-report.ts'
import { writtenCases } from '../reporting/gate-request.ts'
import { draftOf } from '../reporting/kept-reports.ts'
import { type Handlers } from './handler.ts'

const YEARS_LOOKED_AT = 3

/** Looking at past years to choose how to report the next one. */
export const planAheadHandlers: Handlers<'report.planAhead'> = {
  'report.planAhead': async ({ organisationId }, vault) => {
    if (vault.caseload.get('organisation', organisationId) === undefined)
      return refuse('not-found', 'organisationId')
    const thisYear = yearOf(vault.today)
    const engagement = contractOver(vault, { organisationId, period: wholeYear(thisYear) })
    if (engagement === null) return refuse('engagement-missing')
    const { draft } = await draftOf(vault, { organisationId, period: wholeYear(thisYear) })
    const cases = writtenCases(vault)
    const years = Array.from({ length: YEARS_LOOKED_AT }, (_, before) => thisYear - 1 - before)
      .filter((year) => contractOver(vault, { organisationId, period: wholeYear(year) }) !== null)
      .map((year) => ({ year, melders: countMelders(cases, organisationId, wholeYear(year)) }))
    const { preset, threshold, thresholdReason: reason } = engagement
    const request = {
      organisationId,
      settings: { preset, threshold, reason },
      choices: draft.choices,
      locations: vault.caseload.all('location').filter((one) => one.organisationId === organisationId),
      years,
      secret: vault.caseload.disclosureSecret(`plan-${organisationId}`),
    }
    return vault.computations.begin(`plan ${organisationId}`, async (run) => {
      const planned = await planAhead(request, run)
      return isRefusal(planned) ? planned : { years: planned }
    })
  },
}
