import { z } from 'zod'

/** For whom a report is: the *directie*, the works council, the parents, or the board above the *directie*. */
export const REPORT_AUDIENCES = ['board', 'works-council', 'parent-committee', 'supervisory-board'] as const
export const ReportAudience = z.enum(REPORT_AUDIENCES)
export type ReportAudience = z.infer<typeof ReportAudience>

/** Parts of a report that a version can leave out. Figures are never among them: every version has the same. */
export const REPORT_PARTS = [
  'signals',
  'recommendations',
  'follow-ups',
  'looking-back',
  'work-plan',
  'team',
  'statement',
] as const
export const ReportPart = z.enum(REPORT_PARTS)
export type ReportPart = z.infer<typeof ReportPart>

/** What the version for each audience leaves out. */
export const LeftOut = z.record(ReportAudience, z.array(ReportPart).max(REPORT_PARTS.length))
export type LeftOut = z.infer<typeof LeftOut>

/** Parents read nothing of how people work together; the others read everything, unless the advisor chose otherwise. */
export const USUALLY_LEFT_OUT: LeftOut = {
  board: [],
  'works-council': [],
  'parent-committee': ['signals', 'recommendations', 'follow-ups', 'looking-back'],
  'supervisory-board': [],
}
