import { expect, test } from 'vitest'
import { SUB_SUBJECTS } from '#shared/casework/subjects.ts'
import { subjectChoices } from '../../../../renderer/features/case-file/subject-choices.ts'

const under = (group: string, role: 'parent' | 'professional') =>
  subjectChoices(role, [])
    .filter((choice) => choice.group === group)
    .map(({ value }) => value)

test('offers a parent first what parents come with, and a professional first what professionals come with', () => {
  expect(under('Beleid en organisatie', 'parent')[0]).toBe('safety-rules')
  expect(under('Beleid en organisatie', 'parent')).toContain('workload')
  expect(under('Beleid en organisatie', 'professional')[0]).toBe('workload')
})

test('offers every subject to everybody, except those that were chosen already', () => {
  expect(subjectChoices('parent', [])).toHaveLength(SUB_SUBJECTS.length)
  const rest = subjectChoices('parent', ['bullying']).map(({ value }) => value)
  expect(rest).not.toContain('bullying')
  expect(rest).toHaveLength(SUB_SUBJECTS.length - 1)
})
