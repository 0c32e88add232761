import { type Page } from 'playwright'
import { makeVaultOnScreen, SCREEN_PASSPHRASE, unlockOnScreen } from '../support/first-start.ts'
import { expect, test } from '../support/luwte-test.ts'

const NOTE = 'Belde over opmerkingen van een collega tijdens het eten.'

/** Writes a first case down with nothing but the keyboard, as somebody does who holds a telephone. */
async function typeFirstCase(page: Page): Promise<void> {
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('Notitie')).toBeFocused()
  await page.keyboard.type(NOTE)
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Organisatie', { exact: true })).toBeFocused()
  await page.keyboard.type('Kinderopvang Fantasia')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ped')
  await page.keyboard.press('Tab')
  await page.keyboard.type('pest')
  await expect(page.getByRole('option', { name: 'Pesten' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Gekozen onderwerpen' })).toContainText('Pesten')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Tijdlijn' })).toBeVisible()
}

test('writes a first case down from the keyboard alone', async ({ luwte: { page } }) => {
  await makeVaultOnScreen(page)
  await typeFirstCase(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[A-Z]{4}-\d\d$/)
  await expect(page.getByText(NOTE)).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Over deze casus' })).toContainText(
    'Pedagogisch professional',
  )
  await expect(page.getByText(/^Bewaard \d\d:\d\d$/)).toBeVisible()
})

test('says that a passphrase is wrong and that nothing is lost', async ({ launch }) => {
  const first = await launch()
  await makeVaultOnScreen(first.page)
  await first.stop()
  const { page } = await launch()
  await page.getByLabel('Wachtzin').fill('een heel andere zin')
  await page.getByRole('button', { name: 'Ontgrendel', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(/Deze wachtzin past niet. Je gegevens zijn veilig/, {
    timeout: 20_000,
  })
  await page.getByLabel('Wachtzin').fill(SCREEN_PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Vandaag' })).toBeVisible({ timeout: 20_000 })
})

test('opens with the recovery key when the passphrase is lost', async ({ launch }) => {
  const first = await launch()
  const recoveryKey = await makeVaultOnScreen(first.page)
  await first.stop()
  const { page } = await launch()
  await page.getByRole('button', { name: /wachtzin kwijt/ }).click()
  await page.getByLabel('Herstelsleutel').fill(recoveryKey.toLowerCase())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Vandaag' })).toBeVisible({ timeout: 20_000 })
})

test('finds a case by a word of what was written', async ({ opened: { page } }) => {
  await typeFirstCase(page)
  await page.keyboard.press('Control+2')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('opmerk')
  const row = page.getByRole('row').filter({ hasText: 'Kinderopvang Fantasia' })
  await expect(row).toContainText('opmerkingen van een collega')
  await page.getByRole('searchbox', { name: 'Zoek in casussen' }).fill('vliegtuig')
  await expect(row).toHaveCount(0)
  await expect(page.getByText('Geen casus gevonden met deze woorden.')).toBeVisible()
})

test('closes a case, and has it there again after starting anew, to be reopened', async ({ launch }) => {
  const first = await launch()
  await makeVaultOnScreen(first.page)
  await typeFirstCase(first.page)
  await first.page.getByRole('button', { name: 'Sluit casus af' }).click()
  await first.page.getByText('Luisteren was genoeg').click()
  await first.page.getByRole('button', { name: 'Sluit casus af' }).click()
  await expect(first.page.getByText(/^Afgesloten op .*: luisteren was genoeg/)).toBeVisible()
  await first.stop()

  const { page } = await launch()
  await unlockOnScreen(page)
  await page.keyboard.press('Control+2')
  await expect(page.getByText('Er zijn geen open casussen.')).toBeVisible()
  await page.getByText('Afgesloten', { exact: true }).click()
  await page.getByRole('table').getByRole('link').click()
  await page.getByRole('button', { name: 'Heropen casus' }).click()
  await expect(page.getByRole('button', { name: 'Sluit casus af' })).toBeVisible()
  await expect(page.getByText(NOTE)).toBeVisible()
})

test('takes a removed contact back from the toast, and with Ctrl+Z', async ({ opened: { page } }) => {
  await typeFirstCase(page)
  const note = page.getByText(NOTE)
  const remove = page.getByRole('button', { name: /^Verwijder contact van/ })
  await remove.click()
  await expect(note).toHaveCount(0)
  await page.getByRole('button', { name: 'Zet terug' }).click()
  await expect(note).toBeVisible()
  await remove.click()
  await expect(note).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(note).toBeVisible()
})

test('refuses a step outward without consent, at the field', async ({ opened: { page } }) => {
  await typeFirstCase(page)
  await page.getByText('Stap', { exact: true }).click()
  await page.getByRole('button', { name: 'Informatie en advies Stap' }).click()
  await page.getByRole('option', { name: 'Bemiddeling' }).click()
  await page.getByRole('button', { name: 'Bewaar stap' }).click()
  const consent = page.getByRole('radiogroup', { name: 'Toestemming van de melder' })
  await expect(consent).toContainText('Leg eerst vast of de melder toestemming gaf')
  await consent.getByText('Mondeling gegeven').click()
  await page.getByRole('button', { name: 'Bewaar stap' }).click()
  await expect(page.getByRole('complementary', { name: 'Over deze casus' })).toContainText(
    'Bemiddeling: mondeling gegeven',
  )
})

test('keeps what was being typed when the program ends in the middle', async ({ launch }) => {
  const first = await launch()
  await makeVaultOnScreen(first.page)
  await first.page.keyboard.press('Control+n')
  await first.page.getByLabel('Notitie').fill('Halverwege een zin')
  await expect(first.page.getByText(/^Bewaard/)).toBeVisible()
  await first.stop()
  const { page } = await launch()
  await unlockOnScreen(page)
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('Notitie')).toHaveValue('Halverwege een zin')
})

test('goes back with Escape, and has everything there again that was filled in', async ({
  opened: { page },
}) => {
  await page.keyboard.press('Control+n')
  await page.getByLabel('Notitie').fill('Halverwege een zin')
  await page.getByLabel('Organisatie', { exact: true }).fill('Kinderopvang Fantasia')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Vandaag' })).toBeVisible()
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('Notitie')).toHaveValue('Halverwege een zin')
  await expect(page.getByLabel('Organisatie', { exact: true })).toHaveValue('Kinderopvang Fantasia')
})

test('does not leave changed details behind by Escape or by a click beside them', async ({
  opened: { page },
}) => {
  await typeFirstCase(page)
  await page.getByRole('button', { name: 'Wijzig gegevens' }).click()
  await page.getByLabel('Waaraan herken je deze casus').fill('Opmerkingen aan tafel')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Hier staat iets dat nog niet bewaard is')).toBeVisible()
  await page.getByRole('link', { name: 'Organisaties' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Gegevens' })).toBeVisible()
  await page.getByRole('button', { name: 'Bewaar gegevens' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Opmerkingen aan tafel' })).toBeVisible()
  await page.getByRole('link', { name: 'Organisaties' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Organisaties' })).toBeVisible()
})

test('takes a date as it is written, with dashes and without a leading nought', async ({
  opened: { page },
}) => {
  await page.keyboard.press('Control+n')
  await page.getByRole('button', { name: 'Meer vastleggen' }).click()
  const date = page.getByRole('group', { name: 'Eerste contact' })
  for (const [typed, read] of [
    ['3-12-2025', '3-12-2025'],
    ['1/2/26', '1-2-2026'],
    ['21112025', '21-11-2025'],
  ] as const) {
    await date.getByRole('spinbutton').first().click()
    await page.keyboard.type(typed)
    await page.getByLabel('Notitie').focus()
    await expect.poll(async () => (await date.innerText()).replace(/[^\d-]/g, '')).toBe(read)
  }
})

test('shows which case is of the same melder, and lets go of it when it was somebody else', async ({
  opened: { page },
}) => {
  await typeFirstCase(page)
  const first = await page.getByRole('heading', { level: 1 }).innerText()
  await page.keyboard.press('Control+n')
  await page.getByRole('combobox', { name: 'Organisatie' }).fill('Kinderopvang Fantasia')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ped')
  await page.keyboard.press('Tab')
  await page.keyboard.type('pest')
  await expect(page.getByRole('option', { name: 'Pesten' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Meer vastleggen' }).click()
  await page.getByRole('combobox', { name: 'Dezelfde melder als in' }).pressSequentially(first)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  const facts = page.getByRole('complementary', { name: 'Over deze casus' })
  await facts.getByRole('link', { name: first }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first)
  await expect(facts).toContainText('Dezelfde melder als')
  await page.getByRole('button', { name: 'Toch iemand anders: de melder' }).click()
  await expect(facts).not.toContainText('Dezelfde melder als')
  await page.getByRole('button', { name: 'Zet terug' }).click()
  await expect(facts).toContainText('Dezelfde melder als')
})
