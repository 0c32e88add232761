import { expect, test } from '../../support/luwte-test.ts'
import { killRounds } from './sigkill-rounds.ts'

const ROUNDS = 200

test.describe('fault 12: SIGKILL in save, snapshot, passphrase change, rotation, destruction, backup, restore', () => {
  test(`loses nothing that was answered in ${ROUNDS} rounds of killing the vault, the main process or the page`, async ({
    launch,
    profile,
  }) => {
    test.setTimeout(ROUNDS * 60_000)
    const tally = await killRounds(launch, profile, ROUNDS, true)
    process.stdout.write(`${JSON.stringify(tally)}\n`)
    expect(tally.rounds).toEqual({ vault: 67, main: 67, renderer: 66 })
    expect(tally.midOperation).toBeGreaterThan(ROUNDS / 2)
    expect(tally.lookedFor).toBeGreaterThan(ROUNDS)
  })
})
