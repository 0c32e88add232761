import { type Page } from 'playwright'
import { paths as casePaths } from '../../../renderer/features/case-file/paths.ts'
import { shiftCalendar } from '../../support/alter-program.ts'
import { unlockOnScreen } from '../../support/first-start.ts'
import { expect, test } from '../../support/luwte-test.ts'
import { writeSmallPractice } from '../../support/small-practice.ts'

const NOTE = 'Belde terug over het rooster.'

async function at(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), place)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** Goes past everything that counts days, on which nothing may fall over. */
async function seesAllAreas(page: Page): Promise<void> {
  for (const place of ['/vandaag', '/uren', '/rapportages', '/facturen', '/beveiliging', '/casussen']) {
    await at(page, place)
    await expect(page.getByText('Er ging iets mis in het programma')).toHaveCount(0)
  }
  await page.getByText('Alle', { exact: true }).click()
  await expect(page.getByRole('row')).toHaveCount(3)
}

test.describe('fault 18: clock back two years, forward ten, daylight saving', () => {
  test('shows everything with a clock two years back, and keeps a note that cannot be of that day', async ({
    launch,
    profile,
  }) => {
    const { caseId } = await writeSmallPractice(profile)
    const { page } = await launch({ alterApplication: (application) => shiftCalendar(application, -731) })
    await unlockOnScreen(page)
    await seesAllAreas(page)
    await at(page, casePaths.case(caseId))
    await expect(page.getByText('Afspraken gemaakt voor het werkoverleg.')).toBeVisible()
    const note = page.getByLabel('Nieuwe notitie')
    await note.fill(NOTE)
    await page.getByRole('button', { name: 'Bewaar contact' }).click()
    await expect(page.getByText(/voor het eerste contact/).first()).toBeVisible()
    await expect(note).toHaveValue(NOTE)
  })

  test('shows everything with a clock ten years ahead, and does not lock when the clock jumps', async ({
    launch,
    profile,
  }) => {
    await writeSmallPractice(profile)
    const { app, page } = await launch({
      alterApplication: (application) => shiftCalendar(application, 3653),
    })
    await unlockOnScreen(page)
    await seesAllAreas(page)
    await page.keyboard.press('Tab')
    await app.evaluate(() => {
      const ahead = Date.now() + 86_400_000
      Date.now = () => ahead
    })
    await page.waitForTimeout(1200)
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
    await expect(page.getByRole('navigation', { name: 'Onderdelen' })).toBeVisible()
  })
})
