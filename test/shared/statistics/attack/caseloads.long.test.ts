import { expect, test } from 'vitest'
import { generatedCaseload } from '../generated-caseload.ts'
import { attackPlayed, playCaseload } from '../play-caseload.ts'

const SHARDS = 100
const PER_SHARD = 100

for (let shard = 0; shard < SHARDS; shard += 1)
  test(`ten thousand organisations by chance withstand all attackers, part ${shard + 1} of ${SHARDS}`, async () => {
    for (let seed = shard * PER_SHARD; seed < (shard + 1) * PER_SHARD; seed += 1) {
      const results = await attackPlayed(await playCaseload(generatedCaseload(20_000 + seed)))
      expect([seed, results.flatMap(({ findings }) => findings)]).toEqual([seed, []])
    }
  })
