import { describe, expect, it } from 'vitest'
import { playwrightFailures, vitestFailures } from './name-failures.ts'

describe('the names of what failed', () => {
  it('stand with the first lines of what each test said', () => {
    const report = {
      testResults: [
        {
          name: 'parts.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'a part works', status: 'passed' },
            { fullName: 'a part holds', status: 'failed', failureMessages: ['seed: 7\nat a place'] },
          ],
        },
        { name: 'unreadable.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      ],
    }
    expect(vitestFailures(report)).toEqual([
      { title: 'a part holds', said: 'seed: 7\nat a place' },
      { title: 'unreadable.test.ts', said: 'no such module' },
    ])
  })

  it('are found however deep a test of the application stands', () => {
    const spec = (title: string, ok: boolean) => ({
      title,
      ok,
      tests: [{ results: [{ errors: ok ? [] : [{ message: 'not visible' }] }] }],
    })
    const report = {
      suites: [
        {
          title: 'reports.test.ts',
          specs: [spec('prints', true)],
          suites: [{ title: 'a group', specs: [spec('settles', false)] }],
        },
      ],
    }
    expect(playwrightFailures(report)).toEqual([
      { title: 'reports.test.ts › a group › settles', said: 'not visible' },
    ])
  })

  it('are none when a report is missing', () => {
    expect(vitestFailures(undefined)).toEqual([])
    expect(playwrightFailures({})).toEqual([])
  })
})
