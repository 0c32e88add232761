import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Line } from '../kernel/text.ts'
import { NO_STATEMENT, OrganisationStatement } from './organisation-statement.ts'
import { ReportChoices, USUAL_CHOICES } from './report-choices.ts'
import { EMPTY_NARRATIVE, ReportNarrative } from './report-narrative.ts'
import { ReportTeam } from './report-team.ts'
import { LeftOut, USUALLY_LEFT_OUT } from './report-audience.ts'

/** How far the check of facts is: the draft without figures was sent, and somebody answered. */
export const FactCheck = z.strictObject({
  sentOn: CalendarDate.nullable(),
  checkedOn: CalendarDate.nullable(),
  checkedBy: Line,
})
export type FactCheck = z.infer<typeof FactCheck>

/** Everything of a report that the advisor types or chooses. Counts are no part of it. */
export const ReportDraft = z.strictObject({
  choices: ReportChoices,
  narrative: ReportNarrative,
  team: ReportTeam,
  statement: OrganisationStatement,
  factCheck: FactCheck,
  leftOut: LeftOut,
})
export type ReportDraft = z.infer<typeof ReportDraft>

/** The parts of a draft that change; the others stay as they are. */
export const DraftChanges = z.strictObject({
  choices: ReportChoices.exactOptional(),
  narrative: ReportNarrative.exactOptional(),
  team: ReportTeam.exactOptional(),
  statement: OrganisationStatement.exactOptional(),
  factCheck: FactCheck.exactOptional(),
  leftOut: LeftOut.exactOptional(),
})
export type DraftChanges = z.infer<typeof DraftChanges>

export const EMPTY_DRAFT: ReportDraft = {
  choices: USUAL_CHOICES,
  narrative: EMPTY_NARRATIVE,
  team: [],
  statement: NO_STATEMENT,
  factCheck: { sentOn: null, checkedOn: null, checkedBy: '' },
  leftOut: USUALLY_LEFT_OUT,
}
