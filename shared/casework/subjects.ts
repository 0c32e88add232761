import { z } from 'zod'

/** The four subjects of an annual report, and the one that says that none was named. */
export const MAIN_SUBJECTS = [
  'policy',
  'treatment',
  'workplace-conflict',
  'advice-on-regulations',
  'unknown',
] as const
export const MainSubject = z.enum(MAIN_SUBJECTS)
export type MainSubject = z.infer<typeof MainSubject>

/** What a case is, whatever it is about: decides which procedures and duties can come into sight. */
export const TRACKS = [
  'undesirable-behaviour',
  'integrity',
  'work-conflict',
  'complaint-about-care',
  'regulations',
  'personal',
  'unknown',
] as const
export const Track = z.enum(TRACKS)
export type Track = z.infer<typeof Track>

type Audience = 'staff' | 'parent'

type SubSubjectFacts = { main: MainSubject; track: Track; audiences: readonly Audience[] }

const everyone: readonly Audience[] = ['staff', 'parent']
const staff: readonly Audience[] = ['staff']
const parent: readonly Audience[] = ['parent']

/**
 * Every sub-subject with the main subject that it counts under, its track and who is offered it. They are those
 * of a published annual report of advisors, and what an advisor's service names to professionals and to parents.
 */
const FACTS = {
  workload: { main: 'policy', track: 'work-conflict', audiences: staff },
  'unclear-tasks': { main: 'policy', track: 'work-conflict', audiences: staff },
  'working-environment': { main: 'policy', track: 'work-conflict', audiences: staff },
  'performance-and-prospects': { main: 'policy', track: 'work-conflict', audiences: staff },
  aggression: { main: 'treatment', track: 'undesirable-behaviour', audiences: everyone },
  'sexual-harassment': { main: 'treatment', track: 'undesirable-behaviour', audiences: everyone },
  discrimination: { main: 'treatment', track: 'undesirable-behaviour', audiences: everyone },
  bullying: { main: 'treatment', track: 'undesirable-behaviour', audiences: everyone },
  'between-colleagues': { main: 'workplace-conflict', track: 'work-conflict', audiences: staff },
  'with-manager': { main: 'workplace-conflict', track: 'work-conflict', audiences: staff },
  'with-parent': { main: 'workplace-conflict', track: 'work-conflict', audiences: staff },
  'question-about-regulations': { main: 'advice-on-regulations', track: 'regulations', audiences: everyone },
  'collective-agreement': { main: 'advice-on-regulations', track: 'regulations', audiences: staff },
  'childcare-act': { main: 'advice-on-regulations', track: 'regulations', audiences: everyone },
  'organisation-policy': { main: 'advice-on-regulations', track: 'regulations', audiences: everyone },
  'personnel-policy': { main: 'advice-on-regulations', track: 'regulations', audiences: staff },
  'pedagogical-policy': { main: 'advice-on-regulations', track: 'regulations', audiences: staff },
  'safety-rules': { main: 'policy', track: 'complaint-about-care', audiences: everyone },
  'personal-circumstances': { main: 'policy', track: 'personal', audiences: staff },
  integrity: { main: 'policy', track: 'integrity', audiences: everyone },
  supervision: { main: 'policy', track: 'complaint-about-care', audiences: parent },
  'unsafe-toys': { main: 'policy', track: 'complaint-about-care', audiences: parent },
  'pedagogical-approach': { main: 'policy', track: 'complaint-about-care', audiences: parent },
  hygiene: { main: 'policy', track: 'complaint-about-care', audiences: parent },
  'location-safety': { main: 'policy', track: 'complaint-about-care', audiences: parent },
  'not-named': { main: 'unknown', track: 'unknown', audiences: everyone },
} as const satisfies Record<string, SubSubjectFacts>

export type SubSubject = keyof typeof FACTS
export const SUB_SUBJECTS = Object.keys(FACTS) as [SubSubject, ...SubSubject[]]
export const SubSubject = z.enum(SUB_SUBJECTS)

/** The main subject that a sub-subject counts under in every report. */
export function mainSubjectOf(subject: SubSubject): MainSubject {
  return FACTS[subject].main
}

/** The track that follows from the main sub-subject of a case. */
export function trackOf(subject: SubSubject): Track {
  return FACTS[subject].track
}

/** The sub-subjects that count under a main subject, in the order of the report. */
export function subSubjectsOf(main: MainSubject): SubSubject[] {
  return SUB_SUBJECTS.filter((subject) => FACTS[subject].main === main)
}

/**
 * Whether these subjects read as a question about rules and not as a melding: all of them are about regulations.
 * That is where to start from; the advisor knows better.
 */
export function readsAsQuestion(subjects: readonly SubSubject[]): boolean {
  return subjects.length > 0 && subjects.every((subject) => trackOf(subject) === 'regulations')
}

/** Sub-subjects that fit a kind of melder, in the order of the report; all of them stay valid for everyone. */
export function subjectsFor(audience: Audience): SubSubject[] {
  return SUB_SUBJECTS.filter((subject) =>
    (FACTS[subject].audiences as readonly Audience[]).includes(audience),
  )
}

/** Grounds of discrimination as a code of conduct in the sector lists them. */
export const DISCRIMINATION_GROUNDS = [
  'race',
  'age',
  'religion',
  'belief',
  'political-opinion',
  'sex',
  'nationality',
  'sexual-orientation',
  'marital-status',
  'disability-or-chronic-illness',
  'working-hours',
  'contract-type',
  'unknown',
] as const
export const DiscriminationGround = z.enum(DISCRIMINATION_GROUNDS)
export type DiscriminationGround = z.infer<typeof DiscriminationGround>
