import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Page } from 'playwright'
import { paths as casePaths } from '../../../renderer/features/case-file/paths.ts'
import { ownByUser } from '../../../electron/runtime/unprivileged-user.ts'
import { alterMain } from '../../support/alter-program.ts'
import { unlockOnScreen } from '../../support/first-start.ts'
import { expect, test } from '../../support/luwte-test.ts'
import { writeSmallPractice } from '../../support/small-practice.ts'

const NOTE = 'Belde terug over het rooster.'

/** What a later Chromium may leave in the profile, none of which this one can read. */
const LEFT_BEHIND = [
  'Last Version',
  'Local State',
  'Preferences',
  'Network Persistent State',
  'IndexedDB/app_luwte_0.indexeddb.leveldb/CURRENT',
  'Local Storage/leveldb/MANIFEST-000001',
  'GPUCache/data_0',
  'Partitions/luwte/Preferences',
]

async function at(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), place)
}

const warning = (page: Page) => page.getByText('Niet voor echte casussen', { exact: false })

/** Whether the screen warns in the frame and in a conversation just as the program says that it should. */
async function warnsAsItShould(page: Page): Promise<void> {
  const { runtime } = await page.evaluate(() => window.host.info())
  const expected = runtime.forRealCases ? 0 : 1
  await expect(warning(page).filter({ visible: true })).toHaveCount(expected)
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Notitie van het gesprek' }).waitFor()
  await expect(warning(page).filter({ visible: true })).toHaveCount(expected)
  await page.keyboard.press('Escape')
  await page.getByRole('navigation', { name: 'Onderdelen' }).waitFor()
}

test.describe('fault 10: started on another Electron version', () => {
  test('opens what another version wrote, with what that left in the profile, and says at all times whether it is fit', async ({
    launch,
    profile,
  }) => {
    const { caseId } = await writeSmallPractice(profile)
    for (const name of LEFT_BEHIND) {
      const path = join(profile, 'data', name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, Buffer.from([0xff, 0x00, 0x7b, 0x22, 0x39]))
    }
    ownByUser(profile)

    const later = await launch({
      alterApplication: (application) => {
        alterMain(application, 'process.versions.electron', '"99.0.0"')
        alterMain(application, 'process.execPath', '"/elders/electron"')
      },
    })
    await unlockOnScreen(later.page)
    expect((await later.page.evaluate(() => window.host.info())).runtime).toEqual({
      electron: '99.0.0',
      origin: 'official',
      forRealCases: true,
    })
    await warnsAsItShould(later.page)
    await at(later.page, casePaths.case(caseId))
    await later.page.getByLabel('Nieuwe notitie').fill(NOTE)
    await later.page.getByRole('button', { name: 'Bewaar contact' }).click()
    await expect(later.page.getByText('Contact bewaard.')).toBeVisible()
    await later.stop()

    const { app, page } = await launch()
    // The vault was made by another engine than the one that reads it now.
    expect(await app.evaluate(() => process.versions['v8'])).not.toBe(process.versions['v8'])
    await unlockOnScreen(page)
    await warnsAsItShould(page)
    await at(page, casePaths.case(caseId))
    await expect(page.getByRole('listitem').filter({ hasText: NOTE })).toBeVisible()
    await expect(page.getByText('Afspraken gemaakt voor het werkoverleg.')).toBeVisible()
  })
})
