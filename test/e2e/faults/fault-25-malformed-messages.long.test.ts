import { test } from '../../support/luwte-test.ts'
import { floodMain, floodVault } from './flood.ts'

test.describe('fault 25: drops, navigation, window.open, 10,000 malformed messages on every channel, forbidden switches, WebRTC', () => {
  test('refuses 10,000 malformed messages on every channel of the main process, and goes on as before', async ({
    launch,
  }) => {
    test.setTimeout(10 * 60_000)
    await floodMain(launch, 10_000)
  })

  test('survives 100,000 malformed messages on the port of the vault, and 10,000 as the input of each command', async ({
    launch,
  }) => {
    test.setTimeout(30 * 60_000)
    await floodVault(launch, 100_000, 10_000)
  })
})
