import { expect, test } from '../../support/luwte-test.ts'
import { ODD_TEXTS } from '../../support/odd-texts.ts'
import { longNote, notesOnScreen, openCase, paste, saveContact } from './paste-notes.ts'

test.describe('fault 20: a note of 10 MB, 50,000 records, emoji, right-to-left, NUL, lone surrogates', () => {
  test('takes odd texts and a note of 1 MB, shows them as they are, and finds the last word', async ({
    launch,
    profile,
  }) => {
    const page = await openCase(launch, profile)
    const odd = ODD_TEXTS.map(([, text]) => text).join('\n')
    await paste(page, odd)
    await saveContact(page)
    // A field of a page knows one end of a line.
    await expect.poll(() => notesOnScreen(page)).toContain(odd.replace(/\r\n?/g, '\n'))

    const long = longNote(1_000_000)
    await paste(page, long)
    await saveContact(page)
    await expect.poll(async () => (await notesOnScreen(page)).includes(long), { timeout: 30_000 }).toBe(true)
    await page.evaluate(() => (window.location.hash = '/casussen'))
    await page.getByLabel('Zoek in casussen').fill('slotwoord')
    await expect(page.getByRole('row')).toHaveCount(2, { timeout: 20_000 })
  })
})
