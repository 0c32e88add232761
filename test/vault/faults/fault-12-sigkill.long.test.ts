import { beforeAll, describe, expect, test } from 'vitest'
import { killAtCalls, killAtChance, makeWorlds, ways, type Worlds } from './kill-everywhere.ts'

const KILLS = 50

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

    test(`a process killed ${KILLS} times at chance moments of ${operation} (${world} vault) did all of it or nothing`, async () => {
      const rounds = await killAtChance(worlds[world], operation, KILLS, Math.random)
      process.stdout.write(
        `${operation}, ${world} vault: ${KILLS} kills before its end in ${rounds} rounds\n`,
      )
      expect(rounds).toBeGreaterThanOrEqual(KILLS)
    })
  }
})
