import type { GivenUp } from '#shared/statistics/protected-report.ts'
import { reportWords } from '../../locale/report-document.ts'

/** What the report does not say, one sentence for each fate and reason, whichever breakdowns share it. */
export function givenUpSentences(givenUp: readonly GivenUp[]): string[] {
  const groups = new Map<string, { fate: GivenUp['fate']; reason: GivenUp['reason']; about: GivenUp[] }>()
  for (const one of givenUp) {
    const { fate, reason } = one
    const key = `${fate} ${reason}`
    const group = groups.get(key) ?? { fate, reason, about: [] }
    group.about.push(one)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ fate, reason, about }) => reportWords.givenUp(fate, reason, about))
}
