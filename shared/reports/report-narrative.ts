import { z } from 'zod'
import { Note } from '../kernel/text.ts'
import { FollowUp, Recommendation } from './recommendation.ts'

/** What the advisor writes herself: in words fit for many readers, never about one case. */
export const ReportNarrative = z.strictObject({
  signals: Note.max(20_000),
  recommendations: z.array(Recommendation).max(20),
  /** Of the recommendations of the report before. */
  followUps: z.array(FollowUp).max(20).default([]),
  lookingBack: Note.max(20_000),
  workPlan: Note.max(20_000),
})
export type ReportNarrative = z.infer<typeof ReportNarrative>

export const EMPTY_NARRATIVE: ReportNarrative = {
  signals: '',
  recommendations: [],
  followUps: [],
  lookingBack: '',
  workPlan: '',
}
