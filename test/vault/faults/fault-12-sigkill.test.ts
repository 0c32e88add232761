import { beforeAll, describe, expect, test, vi } from 'vitest'
import { killAtCalls, makeWorlds, ways, type Worlds } from './kill-everywhere.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

/** Of every operation each eighth change to the disk, from another one on in each; the long run takes all. */
const STRIDE = 8

describe('fault 12: SIGKILL in save, snapshot, passphrase change, rotation, destruction, backup, restore', () => {
  let worlds: Worlds
  beforeAll(async () => {
    worlds = await makeWorlds()
  })

  for (const [index, [operation, world]] of ways.entries()) {
    test(`a process killed at a change to the disk in ${operation} (${world} vault) did all of it or nothing`, async () => {
      const isTried = (call: number) => call === 0 || call % STRIDE === index % STRIDE
      expect(await killAtCalls(worlds[world], operation, { everyCall: false, isTried })).toBeGreaterThan(0)
    })
  }
})
