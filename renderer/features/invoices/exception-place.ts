import { type RefusalSlug } from '#shared/contracts/refusal-slugs.ts'
import { exceptionText, type ExceptionSlug } from '../../locale/invoices.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { paths } from './paths.ts'
import { type RunException } from './run-plan.ts'
import { type Run } from './use-run.ts'

function isKnown(slug: RefusalSlug): slug is ExceptionSlug {
  return slug in exceptionText
}

function placeOf(slug: ExceptionSlug, organisationId: string, run: Run): string {
  switch (slug) {
    case 'practice-incomplete':
      return paths.settings
    case 'organisation-incomplete':
      return paths.organisationDetails(organisationId)
    case 'engagement-missing':
    case 'hours-come-from-bundle':
      return paths.contract(organisationId)
    case 'no-locations':
      return paths.organisation(organisationId)
    case 'already-invoiced':
      return paths.all
    case 'half-year-not-over':
    case 'no-hours':
      return paths.hoursOf(run.year)
  }
}

/** Why an organisation gets no invoice in this run, and where that is seen or mended. */
export function exceptionPlace(
  { organisationId, refused }: RunException,
  run: Run,
): { why: string; mend: string; to: string } {
  if (!isKnown(refused))
    return { why: sentenceFor(refused), mend: '', to: paths.organisation(organisationId) }
  return { ...exceptionText[refused], to: placeOf(refused, organisationId, run) }
}
