import { afterAll, expect, test } from 'vitest'
import { generatedCaseload } from '../generated-caseload.ts'
import { attackPlayed, playCaseload } from '../play-caseload.ts'
import { Census } from './census.ts'

const SHARDS = 100
const PER_SHARD = 100

const census = new Census()
afterAll(() => {
  process.stdout.write(census.lines())
})

for (let shard = 0; shard < SHARDS; shard += 1)
  test(`ten thousand organisations by chance withstand all attackers, part ${shard + 1} of ${SHARDS}`, async () => {
    const broken: unknown[] = []
    for (let seed = shard * PER_SHARD; seed < (shard + 1) * PER_SHARD; seed += 1) {
      const played = await playCaseload(generatedCaseload(20_000 + seed))
      const results = await attackPlayed(played)
      census.add(played, results)
      const findings = results.flatMap((result) => result.findings)
      if (findings.length > 0) broken.push([seed, findings.length, JSON.stringify(findings[0])])
    }
    expect(broken).toEqual([])
  })
