import { expect, test } from '../../support/luwte-test.ts'
import { killRounds } from './sigkill-rounds.ts'

const ROUNDS = 3

test.describe('fault 12: SIGKILL in save, snapshot, passphrase change, rotation, destruction, backup, restore', () => {
  test(`loses nothing that was answered in ${ROUNDS} rounds of killing the vault, the main process or the page`, async ({
    launch,
    profile,
  }) => {
    test.setTimeout(ROUNDS * 30_000)
    const tally = await killRounds(launch, profile, ROUNDS, false)
    expect(tally).toMatchObject({ rounds: { vault: 1, main: 1, renderer: 1 } })
    expect(tally.lookedFor).toBeGreaterThan(ROUNDS)
  })
})
