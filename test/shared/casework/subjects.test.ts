import { describe, expect, it } from 'vitest'
import { audienceOf, MELDER_ROLES } from '#shared/casework/roles.ts'
import {
  MAIN_SUBJECTS,
  mainSubjectOf,
  SUB_SUBJECTS,
  type SubSubject,
  subjectsFor,
  TRACKS,
  trackOf,
} from '#shared/casework/subjects.ts'

describe('the subjects of a report', () => {
  it.each<[string, SubSubject[]]>([
    [
      'policy',
      [
        'workload',
        'unclear-tasks',
        'working-environment',
        'performance-and-prospects',
        'unsafe-toys',
        'hygiene',
      ],
    ],
    ['treatment', ['aggression', 'sexual-harassment', 'discrimination', 'bullying']],
    ['workplace-conflict', ['between-colleagues', 'with-manager', 'with-parent']],
    ['advice-on-regulations', ['question-about-regulations', 'collective-agreement', 'childcare-act']],
    ['unknown', ['not-named']],
  ])('%s holds what belongs to it', (main, subjects) => {
    expect(subjects.map(mainSubjectOf)).toEqual(subjects.map(() => main))
  })

  it('are all used, and so are all tracks', () => {
    expect(new Set(SUB_SUBJECTS.map(mainSubjectOf))).toEqual(new Set(MAIN_SUBJECTS))
    expect(new Set(SUB_SUBJECTS.map(trackOf))).toEqual(new Set(TRACKS))
  })

  it('are each offered to somebody, and "not named" to everybody', () => {
    const offered = new Set([...subjectsFor('staff'), ...subjectsFor('parent')])
    expect(SUB_SUBJECTS.filter((subject) => !offered.has(subject))).toEqual([])
    expect(subjectsFor('staff')).toContain('not-named')
    expect(subjectsFor('parent')).toContain('not-named')
  })

  it('offer a parent no questions about the cao, and a professional no questions about toys', () => {
    expect(subjectsFor('parent')).not.toContain('collective-agreement')
    expect(subjectsFor('staff')).not.toContain('unsafe-toys')
    expect(subjectsFor('parent')).toContain('bullying')
  })

  it('are offered to each kind of melder', () => {
    expect(MELDER_ROLES.filter((role) => audienceOf(role) === 'parent')).toEqual([
      'parent',
      'parent-committee',
      'other',
    ])
  })
})
