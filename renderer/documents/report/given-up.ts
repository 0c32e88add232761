import type { GivenUp } from '#shared/statistics/protected-report.ts'
import { reportWords } from '../../locale/report-document.ts'

/** What the report does not say: a sentence for each fate, apart for what could not be proved. */
export function givenUpSentences(givenUp: readonly GivenUp[]): string[] {
  const fates = ['merged', 'hidden', 'left-out'] as const
  return fates.flatMap((fate) =>
    [false, true].flatMap((isUnproven) => {
      const about = givenUp.filter(
        (one) => one.fate === fate && (one.reason === 'too-large-to-prove') === isUnproven,
      )
      return about.length === 0 ? [] : [reportWords.givenUp(fate, isUnproven, about)]
    }),
  )
}
