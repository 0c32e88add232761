import { type Page } from 'playwright'
import { paths as casePaths } from '../../renderer/features/case-file/paths.ts'
import { paths as organisationPaths } from '../../renderer/features/organisations/paths.ts'
import { paths as reportPaths } from '../../renderer/features/reports/paths.ts'
import { unlockWithRecoveryKey } from '../support/first-start.ts'
import { type RunningLuwte } from '../support/launch-electron.ts'
import { type Launch, expect, test } from '../support/luwte-test.ts'
import { layTemplateVault } from '../support/template-vault.ts'

const NAME = 'Wilma Verzonnen'
const FOUND_BACK = 'Dit had je nog niet bewaard.'

const at = (page: Page, place: string) => page.evaluate((hash) => (window.location.hash = hash), place)

/** Writes a case down on the page for a new melding; answers its id. */
async function startCase(page: Page): Promise<string> {
  await page.keyboard.press('Control+n')
  await page.getByLabel('Organisatie', { exact: true }).fill('Kinderopvang Fantasia')
  await page.getByRole('button', { name: /Wie meldt/ }).click()
  await page.getByRole('option', { name: 'Pedagogisch professional' }).click()
  await page.getByRole('combobox', { name: 'Waarover' }).pressSequentially('pest')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Gekozen onderwerpen' })).toContainText('Pesten')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Tijdlijn' })).toBeVisible()
  return new URL(page.url()).hash.split('/')[2] ?? ''
}

/** An open vault with one case; `again` ends the program by what is done, and opens the vault anew. */
async function withCase(launch: Launch, profile: string) {
  const recoveryKey = await layTemplateVault(profile)
  const first = await launch()
  await unlockWithRecoveryKey(first.page, recoveryKey)
  const caseId = await startCase(first.page)
  const again = async (running: RunningLuwte, end: () => Promise<unknown>): Promise<RunningLuwte> => {
    await end().catch(() => undefined)
    await running.ended()
    const next = await launch()
    await unlockWithRecoveryKey(next.page, recoveryKey)
    return next
  }
  return { first, caseId, again }
}

const nameField = (page: Page) => page.getByLabel('Naam', { exact: true })

test('has what was typed in a form there again after a lock, until it is thrown away', async ({
  launch,
  profile,
}) => {
  const { first, caseId, again } = await withCase(launch, profile)
  await at(first.page, casePaths.persons(caseId))
  await nameField(first.page).pressSequentially(NAME)
  // The last letter as well: nobody waits a second before locking.
  const second = await again(first, () => first.page.keyboard.press('Control+l'))
  await at(second.page, casePaths.persons(caseId))
  await expect(second.page.getByText(FOUND_BACK)).toBeVisible()
  await expect(nameField(second.page)).toHaveValue(NAME)
  // Nothing would be lost by leaving it as it is: that asks nothing.
  await second.page.keyboard.press('Control+1')
  await expect(second.page.getByRole('heading', { level: 1, name: 'Vandaag' })).toBeVisible()
  await at(second.page, casePaths.persons(caseId))
  await second.page.getByRole('button', { name: 'Gooi het weg' }).click()
  await expect(nameField(second.page)).toHaveValue('')
  await expect(second.page.getByText(FOUND_BACK)).toHaveCount(0)
  await at(second.page, casePaths.case(caseId))
  await at(second.page, casePaths.persons(caseId))
  await expect(nameField(second.page)).toHaveValue('')
  await expect(second.page.getByText(FOUND_BACK)).toHaveCount(0)
})

test('keeps nothing of a form that was saved or given up', async ({ launch, profile }) => {
  const { first, caseId, again } = await withCase(launch, profile)
  const { page } = first
  await at(page, organisationPaths.newOrganisation)
  await page.getByLabel('Naam van de organisatie').fill('Stichting Luchtkasteel')
  await page.waitForTimeout(1000)
  await page.getByRole('button', { name: 'Annuleer' }).click()
  await at(page, casePaths.persons(caseId))
  await nameField(page).fill(NAME)
  await page.waitForTimeout(1000)
  await page.getByRole('button', { name: 'Bewaar personen' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Tijdlijn' })).toBeVisible()
  const second = await again(first, () => page.keyboard.press('Control+l'))
  await at(second.page, casePaths.persons(caseId))
  await expect(nameField(second.page)).toHaveValue(NAME)
  await at(second.page, organisationPaths.newOrganisation)
  await expect(second.page.getByLabel('Naam van de organisatie')).toHaveValue('')
  await expect(second.page.getByText(FOUND_BACK)).toHaveCount(0)
})

test('has all fields of a new melding and of a step there again after a lock, not their notes alone', async ({
  launch,
  profile,
}) => {
  const { first, caseId, again } = await withCase(launch, profile)
  await first.page.keyboard.press('Control+n')
  await first.page.getByLabel('Notitie').fill('Belt over de sfeer.')
  await first.page.getByRole('button', { name: /Wie meldt/ }).click()
  await first.page.getByRole('option', { name: 'Ouder of verzorger', exact: true }).click()
  await at(first.page, casePaths.case(caseId))
  await first.page.getByText('Stap', { exact: true }).click()
  await first.page.getByLabel('Wie deden mee').fill(NAME)
  const second = await again(first, () => first.page.keyboard.press('Control+l'))
  await at(second.page, casePaths.case(caseId))
  await expect(second.page.getByLabel('Wie deden mee')).toHaveValue(NAME)
  await second.page.keyboard.press('Control+n')
  await expect(second.page.getByLabel('Notitie')).toHaveValue('Belt over de sfeer.')
  await expect(second.page.getByRole('button', { name: /Wie meldt/ })).toContainText('Ouder of verzorger')
})

test('shows figures that were typed and not entered, where they were folded away', async ({
  launch,
  profile,
}) => {
  const { first, again } = await withCase(launch, profile)
  await at(first.page, reportPaths.ledger)
  await first.page.getByRole('button', { name: 'Voer een eerdere rapportage in' }).click()
  await first.page.getByLabel('Aan wie gegeven').fill('Directie')
  await first.page.getByRole('button', { name: 'Voeg een cijfer toe' }).click()
  const figures = first.page.getByRole('group', { name: /^Cijfer/ })
  await expect(figures).toHaveCount(2)
  const second = await again(first, () => first.page.keyboard.press('Control+l'))
  await at(second.page, reportPaths.ledger)
  await expect(second.page.getByText(FOUND_BACK)).toBeVisible()
  await expect(second.page.getByRole('group', { name: /^Cijfer/ })).toHaveCount(2)
  await expect(second.page.getByLabel('Aan wie gegeven')).toHaveValue('Directie')
})

for (const [words, quit] of [
  ['with Ctrl+Q', ({ page }: RunningLuwte) => page.keyboard.press('Control+q')],
  [
    'with the button of the window',
    ({ app }: RunningLuwte) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  ],
] as const)
  test(`asks before it closes over a form that is not saved, ${words}`, async ({ launch, profile }) => {
    const { first, caseId, again } = await withCase(launch, profile)
    const { page } = first
    await at(page, casePaths.persons(caseId))
    await nameField(page).fill(NAME)
    await quit(first)
    const question = page.getByRole('alertdialog', { name: 'Er staat nog iets dat niet bewaard is' })
    await expect(question).toBeVisible()
    await expect(page.getByRole('button', { name: 'Blijf in Luwte' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(question).toHaveCount(0)
    await expect(nameField(page)).toHaveValue(NAME)
    await quit(first)
    const second = await again(first, () => page.getByRole('button', { name: 'Sluit toch af' }).click())
    await at(second.page, casePaths.persons(caseId))
    await expect(nameField(second.page)).toHaveValue(NAME)
  })

test('asks where to go when a conversation ends over a form that is not saved', async ({
  launch,
  profile,
}) => {
  const { first, caseId } = await withCase(launch, profile)
  const { page } = first
  await at(page, casePaths.persons(caseId))
  await nameField(page).fill(NAME)
  await page.keyboard.press('F2')
  await page.keyboard.type('Belde tussendoor.')
  await page.keyboard.press('F2')
  await page.getByRole('button', { name: 'Bewaar contact' }).click()
  const question = page.getByRole('alertdialog', { name: 'Je was nog met een formulier bezig' })
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await page.getByRole('button', { name: 'Bewaar contact' }).click()
  await question.getByRole('button', { name: /ga terug naar het formulier/ }).click()
  await expect(nameField(page)).toHaveValue(NAME)
  await page.getByRole('button', { name: 'Bewaar personen' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Belde tussendoor.' })).toHaveCount(1)
})

test('saves a contact once however often its button is pressed, and keeps what is typed meanwhile', async ({
  opened: { page },
}) => {
  await startCase(page)
  const note = page.getByLabel('Notitie', { exact: false }).first()
  await note.fill('Belde terug.')
  await page.getByRole('button', { name: 'Bewaar contact' }).evaluate((button: HTMLElement) => {
    const form = button.closest('form')
    const field = form?.querySelector('textarea')
    form?.requestSubmit()
    form?.requestSubmit()
    // Somebody types on before the vault has answered.
    Reflect.set(HTMLTextAreaElement.prototype, 'value', 'Belde terug. Vraagt om een gesprek.', field)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
    form?.requestSubmit()
  })
  await expect(page.getByText('Contact bewaard.')).toBeVisible()
  await expect(note).toHaveValue('Vraagt om een gesprek.')
  await expect(page.getByRole('listitem').filter({ hasText: 'Belde terug.' })).toHaveCount(1)
})
