import { expect, test, vi } from 'vitest'
import { checkExplanations } from './explanations.ts'
import { linkedTables } from './linked-tables.ts'

vi.setConfig({ testTimeout: 120_000 })

test('says why a cell is hidden by a sum that comes out, and that anybody could make if it were shown', async () => {
  let checked = 0
  for (let seed = 300; seed < 320; seed += 1) {
    const answer = await checkExplanations(linkedTables(seed, 30))
    expect([seed, answer.wrong]).toEqual([seed, []])
    checked += answer.checked
  }
  expect(checked).toBeGreaterThan(200)
})
