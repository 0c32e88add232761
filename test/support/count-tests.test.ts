import { describe, expect, it } from 'vitest'
import { add, closingLine, countPlaywright, countVitest } from './count-tests.ts'

const vitestFile = (status: string, ...tests: string[]): unknown => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
})

const vitestReport = (...testResults: unknown[]): unknown => ({ success: true, testResults })

const playwrightReport = (
  stats: Partial<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>,
): unknown => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors: [],
})

describe('the count of the tests of the parts', () => {
  it('tells passed, failed and skipped tests apart', () => {
    const report = vitestReport(
      vitestFile('passed', 'passed', 'passed', 'skipped'),
      vitestFile('failed', 'passed', 'failed', 'todo'),
    )
    expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    expect(countVitest(vitestReport(vitestFile('passed', 'passed'), vitestFile('failed')), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    })
  })

  it('counts a failure when the runner ends badly although every test passed', () => {
    expect(countVitest(vitestReport(vitestFile('passed', 'passed')), 1).failed).toBe(1)
    expect(countVitest(vitestReport(vitestFile('passed', 'passed')), null).failed).toBe(1)
  })

  it.each([undefined, {}, { success: true }, vitestReport(), vitestReport(vitestFile('passed', 'skipped'))])(
    'counts a failure when no test ran: %j',
    (report) => {
      expect(countVitest(report, 0)).toMatchObject({ passed: 0, failed: 1 })
    },
  )

  it('counts a status that it does not know as a failure', () => {
    expect(countVitest(vitestReport(vitestFile('passed', 'vanished')), 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    })
  })
})

describe('the count of the tests of the built application', () => {
  it('tells passed, failed and skipped tests apart', () => {
    expect(countPlaywright(playwrightReport({ expected: 5, unexpected: 2, skipped: 1 }), 1)).toEqual({
      passed: 5,
      failed: 2,
      skipped: 1,
    })
  })

  it('counts a test that passed only the second time as failed', () => {
    expect(countPlaywright(playwrightReport({ expected: 5, flaky: 1 }), 0).failed).toBe(1)
  })

  it('counts a failure when the runner ends badly although every test passed', () => {
    expect(countPlaywright(playwrightReport({ expected: 5 }), 1).failed).toBe(1)
  })

  it.each([undefined, {}, playwrightReport({}), playwrightReport({ skipped: 3 })])(
    'counts a failure when no test ran: %j',
    (report) => {
      expect(countPlaywright(report, 0)).toMatchObject({ passed: 0, failed: 1 })
    },
  )
})

describe('the closing line', () => {
  it('adds up what all runners counted', () => {
    const counts = [
      { passed: 3, failed: 0, skipped: 0 },
      { passed: 4, failed: 1, skipped: 0 },
    ]
    expect(closingLine(add(...counts))).toBe('7 passed, 1 failed')
  })

  it('speaks of skipped tests only where there are any', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped')
  })
})
