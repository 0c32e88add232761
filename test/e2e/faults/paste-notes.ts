import { type Page } from 'playwright'
import { paths as casePaths } from '../../../renderer/features/case-file/paths.ts'
import { unlockOnScreen } from '../../support/first-start.ts'
import { expect, type Launch } from '../../support/luwte-test.ts'
import { writeSmallPractice } from '../../support/small-practice.ts'

/** A note of so many characters, of which the last word stands nowhere else. */
export function longNote(length: number): string {
  const filling = 'Zij vertelt dat het rooster weer laat kwam. '
  return `${filling.repeat(Math.ceil(length / filling.length))}slotwoord`
}

/** Opens the open case of a small practice. */
export async function openCase(launch: Launch, profile: string): Promise<Page> {
  const { caseId } = await writeSmallPractice(profile)
  const { page } = await launch()
  await unlockOnScreen(page)
  await page.evaluate((hash) => (window.location.hash = hash), casePaths.case(caseId))
  return page
}

/** Puts a text into the note as a paste does: all of it at once. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Nieuwe notitie').evaluate((field, pasted) => {
    Reflect.set(HTMLTextAreaElement.prototype, 'value', pasted, field)
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }, text)
}

/** Keeps the note as a contact; the field is empty after that. */
export async function saveContact(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bewaar contact' }).click()
  await expect(page.getByLabel('Nieuwe notitie')).toHaveValue('', { timeout: 60_000 })
}

/** The notes of the case, as the page holds them. */
export function notesOnScreen(page: Page): Promise<(string | null)[]> {
  return page.locator('.moment-note').evaluateAll((notes) => notes.map((note) => note.textContent))
}
