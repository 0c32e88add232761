import { unlockWithRecoveryKey } from '../../support/first-start.ts'
import { expect, test } from '../../support/luwte-test.ts'
import { commandLine, isAlive, processesWith } from '../../support/process-tree.ts'
import { startWithoutDriver } from '../../support/start-without-driver.ts'
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
    const before = first.processes()
    const pageOf = (pids: readonly number[]) =>
      Number(pids.find((pid) => commandLine(pid).includes('--type=renderer')))
    process.kill(pageOf(before), 'SIGKILL')
    const second = await first.successor()
    expect(before.filter(isAlive)).toEqual([])
    expect(commandLine(second.mainPid)).toContain('--started-after=page-ended')
    process.kill(pageOf(second.processes()), 'SIGKILL')
    await expect.poll(() => processesWith(profile), { timeout: 15_000 }).toEqual([])
    // Nor does another one come after it.
    await new Promise((resolve) => setTimeout(resolve, 2000))
    expect(processesWith(profile)).toEqual([])
  })
})
