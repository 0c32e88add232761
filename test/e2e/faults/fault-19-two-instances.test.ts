import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { SCREEN_PASSPHRASE } from '../../support/first-start.ts'
import { launchLuwte, makeProfile, removeProfile } from '../../support/launch-electron.ts'
import { expect, test } from '../../support/luwte-test.ts'

test.describe('fault 19: two instances, stale lock, vault opened twice over a share', () => {
  test('says that the vault is open elsewhere when another computer opens it over a share, and opens it after that', async ({
    opened,
  }) => {
    const elsewhere = makeProfile()
    try {
      symlinkSync(join(opened.profile, 'data', 'kluis'), join(elsewhere, 'data', 'kluis'))
      const other = await launchLuwte({ profile: elsewhere })
      await other.page.getByLabel('Wachtzin', { exact: true }).fill(SCREEN_PASSPHRASE)
      await other.page.getByRole('button', { name: 'Ontgrendel', exact: true }).click()
      await expect(other.page.getByRole('alert')).toContainText(/al (open|in gebruik)/, { timeout: 20_000 })
      await expect(opened.page.getByRole('navigation', { name: 'Onderdelen' })).toBeVisible()

      // Killed, it leaves its lock behind; that is stale, and keeps nobody out.
      process.kill(opened.mainPid, 'SIGKILL')
      await opened.stop()
      await other.page.getByRole('button', { name: 'Ontgrendel', exact: true }).click()
      await other.page.getByRole('navigation', { name: 'Onderdelen' }).waitFor()
      await other.stop()
    } finally {
      rmSync(join(elsewhere, 'data', 'kluis'), { force: true })
      removeProfile(elsewhere)
    }
  })

  test('lets a vault be read that another computer seems to have open, and says what can be done there', async ({
    opened,
  }) => {
    const elsewhere = makeProfile()
    try {
      symlinkSync(join(opened.profile, 'data', 'kluis'), join(elsewhere, 'data', 'kluis'))
      const other = await launchLuwte({ profile: elsewhere })
      await other.page.getByLabel('Wachtzin', { exact: true }).fill(SCREEN_PASSPHRASE)
      await other.page.getByRole('button', { name: 'Ontgrendel', exact: true }).click()
      const reading = other.page.getByRole('button', { name: 'Open alleen om te lezen' })
      await expect(other.page.getByText(/niets wordt bewaard/)).toBeVisible({ timeout: 20_000 })
      await reading.click()
      await other.page.getByRole('navigation', { name: 'Onderdelen' }).waitFor()
      await other.stop()
    } finally {
      rmSync(join(elsewhere, 'data', 'kluis'), { force: true })
      removeProfile(elsewhere)
    }
  })

  test('does not start a second time with the same profile', async ({ luwte, launch }) => {
    await expect(launch()).rejects.toThrow()
    expect(await luwte.page.evaluate(() => document.readyState)).toBe('complete')
  })
})
