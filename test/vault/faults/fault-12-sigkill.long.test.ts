import { beforeAll, describe, expect, test } from 'vitest'
import { killAtCalls, killAtChance, makeWorlds, ways, type Worlds } from './kill-everywhere.ts'

const ROUNDS = 50

describe('fault 12: SIGKILL in save, snapshot, passphrase change, rotation, destruction, backup, restore', () => {
  let worlds: Worlds
  beforeAll(async () => {
    worlds = await makeWorlds()
  }, 60_000)

  for (const [operation, world] of ways) {
    test(`a process killed at every single call to the disk in ${operation} (${world} vault) did all of it or nothing`, async () => {
      const kills = await killAtCalls(worlds[world], operation, { everyCall: true, isTried: () => true })
      process.stdout.write(`${operation}, ${world} vault: killed at each of ${kills} calls\n`)
      expect(kills).toBeGreaterThan(0)
    })

    test(`a process killed ${ROUNDS} times at chance moments of ${operation} (${world} vault) did all of it or nothing`, async () => {
      const kills = await killAtChance(worlds[world], operation, ROUNDS, Math.random)
      process.stdout.write(`${operation}, ${world} vault: ${kills} of ${ROUNDS} kills before its end\n`)
      expect(kills).toBeGreaterThan(0)
    })
  }
})
