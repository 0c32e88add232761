import { Stage } from '../../demo/stage.ts'
import { playFirstDay } from '../../demo/first-day.ts'
import { expect, test } from '../support/luwte-test.ts'

test('sends nothing to any network address during the whole first day of an advisor', async ({}, info) => {
  test.slow()
  const stage = new Stage(info.outputPath('first-day'), { traced: true })
  try {
    await playFirstDay(stage, `${new Date().getFullYear() - 2}-01-01`)
    expect(stage.sent?.toTheInternet).toEqual([])
    // The processes speak with each other over sockets of the computer itself: they were really traced.
    expect(stage.sent?.calls).toBeGreaterThan(1000)
  } finally {
    await stage.end()
  }
})
