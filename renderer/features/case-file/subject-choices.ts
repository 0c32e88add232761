import { audienceOf, type MelderRole } from '#shared/casework/roles.ts'
import {
  MAIN_SUBJECTS,
  mainSubjectOf,
  SUB_SUBJECTS,
  subjectsFor,
  type SubSubject,
} from '#shared/casework/subjects.ts'
import { vocabulary } from '../../locale/vocabulary.ts'
import { type Choice } from '../../ui/choices.tsx'

/**
 * Subjects to choose from, under the main subject that they count under: first those that fit who tells it, then
 * the rest, since every subject stays possible for everybody. What was chosen already is left out.
 */
export function subjectChoices(role: MelderRole, chosen: readonly SubSubject[]): Choice<SubSubject>[] {
  const fitting = subjectsFor(audienceOf(role))
  const ordered = MAIN_SUBJECTS.flatMap((main) => {
    const own = SUB_SUBJECTS.filter((subject) => mainSubjectOf(subject) === main)
    return [
      ...own.filter((subject) => fitting.includes(subject)),
      ...own.filter((subject) => !fitting.includes(subject)),
    ]
  })
  return ordered
    .filter((subject) => !chosen.includes(subject))
    .map((subject) => ({
      value: subject,
      label: vocabulary.subject[subject],
      group: vocabulary.mainSubject[mainSubjectOf(subject)],
    }))
}
