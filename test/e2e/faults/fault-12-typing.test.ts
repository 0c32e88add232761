import { unlockWithRecoveryKey } from '../../support/first-start.ts'
import { expect, test } from '../../support/luwte-test.ts'
import { commandLine, isAlive, killTree, processesWith } from '../../support/process-tree.ts'
import { startWithoutDriver, type UndrivenLuwte } from '../../support/start-without-driver.ts'
import { layTemplateVault } from '../../support/template-vault.ts'
import { pidOf, victims } from './sigkill-rounds.ts'

const TYPED = 'Zij vertelt wat er gisteren gebeurde.'

/** What a start that follows the end of each says of it; of its own end the main process can tell nothing. */
const said = {
  vault: ['--started-after=vault-ended', 'Een deel van Luwte stopte onverwacht. Wat bewaard was is veilig.'],
  main: ['--started-after=person', ''],
  renderer: [
    '--started-after=page-ended',
    'Het scherm van Luwte stopte onverwacht. Wat bewaard was is veilig.',
  ],
} as const

test.describe('fault 12: SIGKILL in save, snapshot, passphrase change, rotation, destruction, backup, restore', () => {
  for (const victim of victims) {
    test(`has there again what was being typed when the ${victim} process was killed, and says what happened`, async ({
      launch,
      profile,
    }) => {
      const recoveryKey = await layTemplateVault(profile)
      const first = await launch()
      await unlockWithRecoveryKey(first.page, recoveryKey)
      await first.page.keyboard.press('Control+n')
      await first.page.getByLabel('Notitie').pressSequentially(TYPED)
      await expect(first.page.getByText(/^Bewaard/).first()).toBeVisible()
      // The word is about the text as it was at most a second ago.
      await first.page.waitForTimeout(2000)
      const before = first.processes()
      process.kill(await pidOf(victim, first), 'SIGKILL')
      await first.ended()
      await expect.poll(() => before.filter(isAlive)).toEqual([])

      const [started, sentence] = said[victim]
      const { page } = await launch({ extraArgs: [started] })
      await expect(page.getByRole('button', { name: /wachtzin kwijt/ })).toBeVisible()
      if (sentence !== '') await expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible()
      await unlockWithRecoveryKey(page, recoveryKey)
      await page.keyboard.press('Control+n')
      await expect(page.getByLabel('Notitie')).toHaveValue(TYPED)
    })
  }

  test('starts afresh when its page was killed, and closes when that happens again at once', async ({
    profile,
  }) => {
    const first = await startWithoutDriver(profile)
    await killPageOf(first)
    const second = await first.successor()
    expect(commandLine(second.mainPid)).toContain('--started-after=page-ended')
    await killPageOf(second)
    await expect.poll(() => processesWith(profile), { timeout: 15_000 }).toEqual([])
    // Nor does another one come after it.
    await new Promise((resolve) => setTimeout(resolve, 2000))
    expect(processesWith(profile)).toEqual([])
  })
})

/**
 * Kills the page until its program has ended with all its processes. A process that is killed before it was given the
 * page to load takes nothing with it: Chromium then loads the page in another one.
 */
async function killPageOf(luwte: UndrivenLuwte): Promise<void> {
  await expect
    .poll(
      () => {
        const running = luwte.processes()
        const page = running.find((pid) => commandLine(pid).includes('--type=renderer'))
        if (page !== undefined) killTree(page)
        return running
      },
      { timeout: 15_000 },
    )
    .toEqual([])
}
