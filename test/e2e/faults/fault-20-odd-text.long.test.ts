import { expect, test } from '../../support/luwte-test.ts'
import { longNote, notesOnScreen, openCase, paste, saveContact } from './paste-notes.ts'

test.describe('fault 20: a note of 10 MB, 50,000 records, emoji, right-to-left, NUL, lone surrogates', () => {
  test('takes a note of 10 MB on the screen, shows it as it is, and finds its last word', async ({
    launch,
    profile,
  }) => {
    test.setTimeout(10 * 60_000)
    const page = await openCase(launch, profile)
    const long = longNote(10_000_000)
    await paste(page, long)
    await saveContact(page)
    await expect.poll(async () => (await notesOnScreen(page)).includes(long), { timeout: 30_000 }).toBe(true)
    await page.evaluate(() => (window.location.hash = '/casussen'))
    await page.getByLabel('Zoek in casussen').fill('slotwoord')
    await expect(page.getByRole('row')).toHaveCount(2, { timeout: 60_000 })
  })
})
