import { expect, test } from 'vitest'
import { checkExplanations } from './explanations.ts'
import { linkedTables } from './linked-tables.ts'

const SHARDS = 40
const PER_SHARD = 250

for (let shard = 0; shard < SHARDS; shard += 1)
  test(`explains hidden cells by sums that come out, part ${shard + 1} of ${SHARDS}`, async () => {
    let checked = 0
    for (let seed = 10_000 * (shard + 1); checked < PER_SHARD; seed += 1) {
      const answer = await checkExplanations(linkedTables(seed, 60))
      expect([seed, answer.wrong]).toEqual([seed, []])
      checked += answer.checked
    }
  })
