import { test } from '../../support/luwte-test.ts'
import { floodMain, floodVault } from './flood.ts'

test.describe('fault 25: drops, navigation, window.open, 10,000 malformed messages on every channel, forbidden switches, WebRTC', () => {
  test('refuses a thousand malformed messages on every channel of the main process, and goes on as before', async ({
    launch,
  }) => {
    await floodMain(launch, 1000)
  })

  test('survives 10,000 malformed messages on the port of the vault, and a hundred as the input of each command', async ({
    launch,
  }) => {
    await floodVault(launch, 10_000, 100)
  })
})
