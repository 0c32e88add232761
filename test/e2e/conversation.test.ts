import { type ElectronApplication, type Page } from 'playwright'
import { makeVaultOnScreen, SCREEN_PASSPHRASE, unlockOnScreen } from '../support/first-start.ts'
import { expect, test } from '../support/luwte-test.ts'

const NOTE = 'Belde over opmerkingen van een collega tijdens het eten.'

const noteField = (page: Page) => page.getByRole('textbox', { name: 'Notitie van het gesprek' })

/** Lets the clock of the page or of the program jump, as if so many minutes had passed. */
async function letMinutesPass(where: Page | ElectronApplication, minutes: number): Promise<void> {
  const jump = (milliseconds: number): void => {
    const real = performance.now.bind(performance)
    Object.defineProperty(performance, 'now', { value: () => real() + milliseconds, configurable: true })
  }
  if ('keyboard' in where) await where.evaluate(jump, minutes * 60_000)
  else
    await where.evaluate((_electron, milliseconds) => {
      const real = performance.now.bind(performance)
      Object.defineProperty(performance, 'now', { value: () => real() + milliseconds, configurable: true })
    }, minutes * 60_000)
}

/** Writes a case down on the page for a new melding; answers its reference. */
async function startCase(page: Page, organisation = 'Kinderopvang Fantasia'): Promise<string> {
  await page.getByLabel('Organisatie', { exact: true }).fill(organisation)
  await page.getByRole('button', { name: /Wie meldt/ }).click()
  await page.getByRole('option', { name: 'Pedagogisch professional' }).click()
  await page.getByRole('combobox', { name: 'Waarover' }).pressSequentially('pest')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Gekozen onderwerpen' })).toContainText('Pesten')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Tijdlijn' })).toBeVisible()
  return page.getByRole('heading', { level: 1 }).innerText()
}

test('shows one large note and nothing else, and makes a contact of its length of it', async ({
  opened: { page },
}) => {
  await page.keyboard.press('Control+n')
  const reference = await startCase(page)
  await page.keyboard.press('Control+1')

  await page.keyboard.press('F2')
  await expect(noteField(page)).toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('In gesprek: Nieuwe melding')
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('button')).toHaveText(['Beëindig gesprek'])
  await page.keyboard.type(NOTE)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await letMinutesPass(page, 23)
  await expect(page.getByText('23 minuten')).toBeVisible({ timeout: 10_000 })

  await page.keyboard.press('F2')
  await expect(page.getByRole('heading', { level: 1, name: 'Wat wil je bewaren?' })).toBeVisible()
  await expect(page.getByText('Het gesprek duurde 23 minuten.')).toBeVisible()
  await page.getByText('Contact bij een casus').click()
  await page.getByRole('button', { name: 'Bewaar contact' }).click()
  await expect(page.getByText('Kies de casus waar dit gesprek bij hoort.').first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Casus' }).pressSequentially(reference.slice(0, 4))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Minuten' })).toHaveValue('25')
  await page.getByRole('button', { name: 'Bewaar contact' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(reference)
  const moment = page.getByRole('listitem').filter({ hasText: NOTE })
  await expect(moment).toContainText('25 min')
  await expect(page.getByText('Contact bewaard.')).toBeVisible()
})

test('goes on from what was being typed about a case, comes back with Escape, and keeps it there', async ({
  opened: { page },
}) => {
  await page.keyboard.press('Control+n')
  const reference = await startCase(page)
  await page.getByLabel('Nieuwe notitie').fill('Gebeld. ')
  await page.getByRole('button', { name: 'In gesprek' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`In gesprek: ${reference}`)
  await expect(noteField(page)).toHaveValue('Gebeld. ')
  await page.keyboard.type('Zij vertelt')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(noteField(page)).toBeFocused()
  await page.keyboard.type(' verder.')
  await page.getByRole('button', { name: 'Beëindig gesprek' }).click()
  await expect(page.getByRole('combobox', { name: 'Casus' })).toHaveValue(reference)
  await page.getByRole('button', { name: 'Bewaar contact' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Gebeld. Zij vertelt verder.' })).toBeVisible()
  await expect(page.getByLabel('Nieuwe notitie')).toHaveValue('')
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+z')
  await expect(noteField(page)).toHaveValue('Gebeld. Zij vertelt verder.')
})

test('makes a new melding of a conversation, after one that was being written', async ({
  opened: { page },
}) => {
  await page.keyboard.press('Control+n')
  await page.getByLabel('Notitie').fill('Een begonnen melding.')
  await page.getByLabel('Organisatie', { exact: true }).fill('Kinderopvang Fantasia')
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('in gesprek')
  await page.keyboard.press('Enter')
  await expect(noteField(page)).toHaveValue('')
  await page.keyboard.type(NOTE)
  await letMinutesPass(page, 41)
  await page.keyboard.press('F2')
  await page.getByRole('button', { name: 'Ga naar de nieuwe melding' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Nieuwe melding' })).toBeVisible()
  await expect(page.getByLabel('Notitie')).toHaveValue(`Een begonnen melding.\n\n${NOTE}`)
  await startCase(page)
  await expect(page.getByRole('listitem').filter({ hasText: NOTE })).toContainText('40 min')
})

test('throws a note away only after asking, and then leaves nothing of it', async ({ launch }) => {
  const first = await launch()
  await makeVaultOnScreen(first.page)
  await first.page.keyboard.press('Control+n')
  await first.page.keyboard.press('F2')
  await first.page.keyboard.type(NOTE)
  await first.page.keyboard.press('F2')
  await first.page.getByText('Niets: gooi de notitie weg').click()
  await first.page.getByRole('button', { name: 'Gooi de notitie weg' }).click()
  const question = first.page.getByRole('alertdialog', { name: 'Gooi je de notitie weg?' })
  await question.getByRole('button', { name: 'Annuleer' }).click()
  await expect(first.page.getByText(NOTE)).toBeVisible()
  await first.page.getByRole('button', { name: 'Gooi de notitie weg' }).click()
  await question.getByRole('button', { name: 'Gooi de notitie weg' }).click()
  await expect(first.page.getByLabel('Notitie')).toHaveValue('')
  await first.stop()
  const { page } = await launch()
  await unlockOnScreen(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Vandaag' })).toBeVisible()
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('Notitie')).toHaveValue('')
})

test('goes away without asking when nothing was written', async ({ opened: { page } }) => {
  await page.keyboard.press('F2')
  await expect(noteField(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Vandaag' })).toBeFocused()
})

test('has a conversation there again that was killed while somebody typed on without a pause', async ({
  launch,
}) => {
  const first = await launch()
  await makeVaultOnScreen(first.page)
  await first.page.keyboard.press('F2')
  const longAgo = 'Zij vertelt wat er gisteren gebeurde, '
  const typed = longAgo + 'en daarna praat zij nog lang door.'
  for (const letter of typed) {
    await first.page.keyboard.type(letter)
    await first.page.waitForTimeout(80)
  }
  process.kill(first.mainPid, 'SIGKILL')
  await first.stop()

  const { page } = await launch()
  await page.getByLabel('Wachtzin', { exact: true }).fill(SCREEN_PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(noteField(page)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Dit gesprek was nog niet afgerond')).toBeVisible()
  const kept = await noteField(page).inputValue()
  expect(kept).toContain(longAgo)
  expect(typed.startsWith(kept)).toBe(true)
  await page.keyboard.type(' Verder.')
  await expect(noteField(page)).toHaveValue(`${kept} Verder.`)
})

test('is silent for an hour and a half, and then says in one line that it locks again', async ({
  opened: { app, page },
}) => {
  await page.keyboard.press('F2')
  await page.keyboard.type(NOTE)
  await letMinutesPass(app, 85)
  await letMinutesPass(page, 85)
  await expect(page.getByText('1 uur en 25 minuten')).toBeVisible({ timeout: 10_000 })
  await expect(page.getByRole('status')).toHaveText('')
  await letMinutesPass(page, 6)
  await expect(page.getByRole('status')).toContainText('langer dan anderhalf uur', { timeout: 10_000 })
  await letMinutesPass(app, 9.6)
  await expect(page.getByRole('status')).toContainText(/^Over \d+ seconden gaat Luwte op slot/)
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await page.keyboard.type(' Nog iets.')
  await expect(page.getByRole('status')).toContainText('langer dan anderhalf uur')
})
