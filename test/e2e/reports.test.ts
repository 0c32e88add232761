import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, type Page } from 'playwright'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type SubSubject } from '#shared/casework/subjects.ts'
import { readPdf, type ReadPdf } from '../documents/read-pdf.ts'
import { driveCaseload } from '../support/caseload-driver.ts'
import { SCREEN_PASSPHRASE, unlockOnScreen } from '../support/first-start.ts'
import { caseDetails, engagementDetails, organisationDetails, PRACTICE } from '../support/new-caseload.ts'
import { expect, test } from '../support/luwte-test.ts'

const lastYear = new Date().getFullYear() - 1
const subjects: readonly SubSubject[] = ['bullying', 'workload', 'aggression', 'between-colleagues']

/** A vault in this profile with one organisation, and so many people who came to the advisor last year. */
async function fillVault(profile: string, melders: number): Promise<void> {
  const folder = join(profile, 'data', 'kluis')
  await mkdir(join(profile, 'data'), { recursive: true })
  const vault = driveCaseload(folder)
  const { recoveryKey } = await vault.must('vault.prepare', {
    passphrase: SCREEN_PASSPHRASE,
    advisorName: PRACTICE.advisorName,
  })
  await vault.must('vault.create', { recoveryKey })
  await vault.must('practice.save', PRACTICE)
  const { id } = await vault.must('organisation.save', { id: null, details: organisationDetails() })
  await vault.must('engagement.save', engagementDetails(id))
  for (let index = 0; index < melders; index += 1)
    await vault.must('case.start', {
      details: caseDetails(id, {
        firstContactOn: calendarDate(`${lastYear}-${index % 2 === 0 ? '03' : '10'}-1${index % 10}`),
        subjects: [subjects[index % subjects.length] ?? 'bullying'],
        melderRole: index % 3 === 0 ? 'parent' : 'professional',
      }),
      note: '',
      minutes: 30,
    })
  await vault.close()
}

async function openReport(page: Page): Promise<void> {
  await unlockOnScreen(page)
  await page.getByRole('link', { name: /Rapportages/ }).click()
  await page.getByRole('link', { name: 'Kinderopvang Fantasia' }).click()
  await page.getByRole('img', { name: /Bladzijde 1 van/ }).waitFor()
}

/** Answers the next dialogs of the system with this path. */
async function saveTo(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}

async function savedPdf(page: Page, path: string, button = 'Bewaar als PDF'): Promise<ReadPdf> {
  await page.getByRole('button', { name: button }).click()
  await expect.poll(() => existsSync(path) && statSync(path).size > 0, { timeout: 20_000 }).toBe(true)
  await page.getByText(/^Bewaard als /).waitFor()
  return readPdf(new Uint8Array(readFileSync(path)))
}

test('shows the report as it will be printed, redraws it while she writes, and keeps what she wrote', async ({
  launch,
  profile,
}) => {
  await fillVault(profile, 26)
  const { page } = await launch()
  await openReport(page)
  const pages = page.getByRole('region', { name: 'Zo wordt de rapportage' })
  await expect(pages).toContainText(`In ${lastYear} kwamen 26 melders bij mij.`)
  await page.getByLabel('Wat je zag').fill('Roosters worden laat bekend.')
  await page.getByRole('button', { name: 'Voeg een aanbeveling toe' }).click()
  await page.getByLabel('Aanbeveling 1', { exact: true }).fill('Maak roosters eerder bekend.')
  await expect(pages).toContainText('Roosters worden laat bekend.')
  await expect(pages).toContainText('Maak roosters eerder bekend.')
  await page.getByRole('link', { name: 'Terug naar rapportages' }).click()
  await expect(page.getByRole('row', { name: /Kinderopvang Fantasia/ })).toContainText('concept')
  await page.getByRole('link', { name: 'Kinderopvang Fantasia' }).click()
  await expect(page.getByLabel('Wat je zag')).toHaveValue('Roosters worden laat bekend.')
  await expect(page.getByLabel('Aanbeveling 1', { exact: true })).toHaveValue('Maak roosters eerder bekend.')
})

test('hands over a draft without figures, and after settling exactly what was settled', async ({
  launch,
  profile,
}) => {
  await fillVault(profile, 26)
  const { app, page } = await launch()
  await openReport(page)
  const total = `In ${lastYear} kwamen 26 melders bij mij.`
  await expect(page.getByRole('region', { name: 'Zo wordt de rapportage' })).toContainText(total)
  await expect(page.getByRole('button', { name: 'Bewaar als spreadsheet' })).toHaveCount(0)
  await saveTo(app, join(profile, 'home', 'concept.pdf'))
  const draft = await savedPdf(page, join(profile, 'home', 'concept.pdf'), 'Bewaar concept zonder cijfers')
  expect(draft.pages[0]?.lines[0]).toBe('Concept')
  expect(draft.text).toContain(`De cijfers over ${lastYear} krijgt u wanneer ik de rapportage vaststel`)
  expect(draft.text).not.toMatch(/melders bij mij|\b26\b/)
  await page.getByRole('button', { name: 'Stel vast' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Stel de rapportage vast' }).click()
  await expect(dialog).toContainText('Vul in voor wie de rapportage is.')
  await dialog.getByLabel('Voor wie is deze rapportage?').fill('Directie en HR')
  await dialog.getByRole('button', { name: 'Stel de rapportage vast' }).click()
  await expect(page.getByText(/^Vastgesteld op .* Deze rapportage verandert niet meer\./)).toBeVisible()
  await expect(page.getByLabel('Wat je zag')).toHaveCount(0)
  await saveTo(app, join(profile, 'home', 'vastgesteld.pdf'))
  const settled = await savedPdf(page, join(profile, 'home', 'vastgesteld.pdf'))
  expect(settled.text.toLowerCase()).not.toContain('concept')
  expect(settled.text).toContain(total)
  expect(settled.lines).toContain('Totaal 26')
  await expect(page.getByRole('button', { name: 'Bewaar als spreadsheet' })).toBeVisible()
  await page.getByRole('link', { name: 'Terug naar rapportages' }).click()
  await expect(page.getByRole('row', { name: /Kinderopvang Fantasia/ })).toContainText('vastgesteld op')
})

test('hands over no figures of a year that still runs, but a draft without them', async ({
  launch,
  profile,
}) => {
  await fillVault(profile, 3)
  const { page } = await launch()
  await openReport(page)
  await page.getByRole('link', { name: 'Terug naar rapportages' }).click()
  await page.getByRole('link', { name: `Naar ${lastYear + 1}` }).click()
  await page.getByRole('link', { name: 'Kinderopvang Fantasia' }).click()
  await expect(page.getByText(`Het jaar ${lastYear + 1} loopt nog.`)).toBeVisible()
  await expect(page.getByRole('button', { name: /Bewaar als|Stel vast/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Bewaar concept zonder cijfers' })).toBeVisible()
})
