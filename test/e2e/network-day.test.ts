import { readdirSync } from 'node:fs'
import { Stage } from '../../demo/stage.ts'
import { playWholeDay } from '../../demo/whole-day.ts'
import { expect, test } from '../support/luwte-test.ts'

test('sends nothing to any network address on a day with everything in it, from the first start to quitting', async ({}, info) => {
  test.setTimeout(300_000)
  const out = info.outputPath('whole-day')
  const stage = new Stage(out, { traced: true })
  try {
    await playWholeDay(stage, new Date().getFullYear())
    expect(readdirSync(out).filter((name) => /\.(pdf|xlsx)$/.test(name))).toHaveLength(4)
    expect(stage.sent?.toTheInternet).toEqual([])
    // Of each of three starts, those over which the test driver comes in.
    expect(stage.sent?.tcpSockets).toBe(6)
    // The processes speak with each other over sockets of the computer itself: they were really traced.
    expect(stage.sent?.calls).toBeGreaterThan(1000)
  } finally {
    await stage.end()
  }
})
