import { type Page } from 'playwright'
import { expect, test } from '../support/luwte-test.ts'
import { writeSmallPractice } from '../support/small-practice.ts'
import { unlockOnScreen } from '../support/first-start.ts'

/** Takes the last change back while a field has the cursor, in which Ctrl+Z takes letters back. */
async function undoByPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('ongedaan')
  await page.getByRole('menuitem', { name: /Maak de laatste wijziging ongedaan/ }).click()
}

test('says which change was taken back, and has its text in the note field again', async ({
  profile,
  launch,
}) => {
  const { caseId } = await writeSmallPractice(profile)
  const { page } = await launch()
  await unlockOnScreen(page)
  await page.evaluate((id) => {
    window.location.hash = `/casussen/${id}`
  }, caseId)
  const note = page.getByRole('textbox', { name: 'Notitie' })
  await note.fill('Teruggebeld over de afspraak.')
  await page.getByRole('button', { name: 'Bewaar contact' }).click()
  await expect(page.getByText('Contact bewaard.')).toBeVisible()
  await note.pressSequentially('Daarna')
  await undoByPalette(page)
  await expect(page.getByText(/^Ongedaan gemaakt: notitie bewaard\./)).toBeVisible()
  await expect(note).toHaveValue('Teruggebeld over de afspraak.\n\nDaarna')
  await undoByPalette(page)
  await expect(page.getByText('Er is niets om ongedaan te maken.')).toBeVisible()
})

test('keeps a new case in which a note is being typed, and says why', async ({ profile, launch }) => {
  await writeSmallPractice(profile)
  const { page } = await launch()
  await unlockOnScreen(page)
  await page.keyboard.press('Control+n')
  await page.getByLabel('Notitie').fill('Eerste gesprek.')
  await page.getByRole('combobox', { name: 'Organisatie' }).fill('Stichting Luchtkasteel')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ped')
  await page.keyboard.press('Tab')
  await page.keyboard.type('pest')
  await page.getByRole('option', { name: 'Pesten' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Tijdlijn' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Notitie' }).pressSequentially('D')
  for (let times = 0; times < 2; times += 1) {
    await undoByPalette(page)
    await expect(
      page.getByText(/^De casus blijft staan: je bent er aan een notitie of formulier begonnen/),
    ).toBeVisible()
  }
  await expect(page.getByText('Eerste gesprek.')).toBeVisible()
})

test('forgets the location of a case when it turns out to be of another organisation', async ({
  profile,
  launch,
}) => {
  const { caseId } = await writeSmallPractice(profile)
  const { page } = await launch()
  await unlockOnScreen(page)
  await page.evaluate((id) => {
    window.location.hash = `/casussen/${id}`
  }, caseId)
  await page.getByRole('button', { name: 'Wijzig gegevens' }).click()
  await page.getByRole('combobox', { name: 'Locatie' }).fill('KDV Het Verzonnen Bos')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Locatie' })).toHaveValue('KDV Het Verzonnen Bos')
  const organisation = page.getByRole('combobox', { name: 'Organisatie' })
  await organisation.clear()
  await organisation.pressSequentially('Stichting')
  await page.getByRole('option', { name: 'Stichting Luchtkasteel' }).click()
  await page.getByRole('button', { name: 'Bewaar gegevens' }).click()
  await expect(page.getByText('Stichting Luchtkasteel').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Wijzig gegevens' })).toBeVisible()
})

test('says what reopening a case takes away, and puts it back', async ({ profile, launch }) => {
  const { closedCaseId } = await writeSmallPractice(profile)
  const { page } = await launch()
  await unlockOnScreen(page)
  await page.evaluate((id) => {
    window.location.hash = `/casussen/${id}`
  }, closedCaseId)
  await page.getByRole('button', { name: 'Heropen casus' }).click()
  await expect(
    page.getByText(/^De casus is weer open\. De uitkomst en de nazorg .* zijn daarmee weg/),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Zet terug' }).click()
  await expect(page.getByRole('button', { name: 'Heropen casus' })).toBeVisible()
})
