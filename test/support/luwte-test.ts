import { test as base } from '@playwright/test'
import { unlockWithRecoveryKey } from './first-start.ts'
import {
  launchLuwte,
  makeProfile,
  removeProfile,
  type LaunchOptions,
  type RunningLuwte,
} from './launch-electron.ts'
import { layTemplateVault } from './template-vault.ts'

/** Starts Luwte with the profile of this test. */
export type Launch = (options?: Omit<LaunchOptions, 'profile'>) => Promise<RunningLuwte>

/**
 * Playwright's `test` with a profile of its own for every test. `launch` starts Luwte with it, as often as the test
 * likes (after a lock, for instance); `luwte` is one that was started, and `opened` one whose empty vault is open. All
 * that still runs is ended afterwards and the profile removed.
 */
export const test = base.extend<{
  profile: string
  launch: Launch
  luwte: RunningLuwte
  opened: RunningLuwte
}>({
  profile: async ({}, use) => {
    const profile = makeProfile()
    await use(profile)
    removeProfile(profile)
  },
  launch: async ({ profile }, use) => {
    const started: RunningLuwte[] = []
    await use(async (options) => {
      const running = await launchLuwte({ ...options, profile })
      started.push(running)
      return running
    })
    for (const running of started) await running.stop()
  },
  luwte: async ({ launch }, use) => {
    await use(await launch())
  },
  opened: async ({ profile, launch }, use) => {
    const recoveryKey = await layTemplateVault(profile)
    const running = await launch()
    await unlockWithRecoveryKey(running.page, recoveryKey)
    await use(running)
  },
})
export { expect } from '@playwright/test'
