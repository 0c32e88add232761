import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, type Page } from 'playwright'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type SubSubject } from '#shared/casework/subjects.ts'
import { readPdf, type ReadPdf } from '../documents/read-pdf.ts'
import { driveCaseload } from '../support/caseload-driver.ts'
import { SCREEN_PASSPHRASE, unlockWithRecoveryKey } from '../support/first-start.ts'
import { expect, test } from '../support/luwte-test.ts'
import { caseDetails, engagementDetails, organisationDetails, PRACTICE } from '../support/new-caseload.ts'
import { choose } from '../support/on-screen.ts'

const lastYear = new Date().getFullYear() - 1
const subjects: readonly SubSubject[] = ['bullying', 'workload', 'aggression', 'between-colleagues']

/** A vault with five organisations, the first two of a group, and so many people who came to each last year; its key. */
async function fillVault(profile: string, counts: readonly number[]): Promise<string> {
  await mkdir(join(profile, 'data'), { recursive: true })
  const vault = driveCaseload(join(profile, 'data', 'kluis'))
  const { recoveryKey } = await vault.must('vault.prepare', {
    passphrase: SCREEN_PASSPHRASE,
    advisorName: PRACTICE.advisorName,
  })
  await vault.must('vault.create', { recoveryKey })
  await vault.must('practice.save', PRACTICE)
  const { id: groupId } = await vault.must('group.save', { id: null, name: 'Verzonnen Groep' })
  for (const [place, count] of counts.entries()) {
    const { id } = await vault.must('organisation.save', {
      id: null,
      details: organisationDetails({ name: `Fantasia ${place + 1}`, groupId: place < 2 ? groupId : null }),
    })
    await vault.must(
      'engagement.save',
      engagementDetails(id, { startsOn: calendarDate(`${lastYear - 1}-01-01`) }),
    )
    for (let index = 0; index < count; index += 1)
      await vault.must('case.start', {
        details: caseDetails(id, {
          firstContactOn: calendarDate(`${lastYear}-${index % 2 === 0 ? '03' : '10'}-1${index % 10}`),
          subjects: [subjects[index % subjects.length] ?? 'bullying'],
          melderRole: index % 3 === 0 ? 'parent' : 'professional',
        }),
        note: '',
        minutes: 30,
      })
  }
  await vault.close()
  return recoveryKey
}

async function settleFor(page: Page, recipient: string, confirm: string): Promise<void> {
  await page.getByRole('button', { name: 'Stel vast' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Voor wie is deze rapportage?').fill(recipient)
  await dialog.getByRole('button', { name: confirm }).click()
  await page.getByText(/^Vastgesteld op .* Deze rapportage verandert niet meer\./).waitFor()
}

async function savedAs(app: ElectronApplication, page: Page, button: string, path: string): Promise<Buffer> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await page.getByRole('button', { name: button }).click()
  await expect.poll(() => existsSync(path) && statSync(path).size > 0, { timeout: 20_000 }).toBe(true)
  await page.getByText(/^Bewaard als /).waitFor()
  return readFileSync(path)
}

async function savedPdf(app: ElectronApplication, page: Page, path: string): Promise<ReadPdf> {
  return readPdf(new Uint8Array(await savedAs(app, page, 'Bewaar als PDF', path)))
}

/** Has the files read back and attacked, and sees that nobody learns anything. */
async function withstands(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).click()
  await page.getByRole('button', { name: 'Probeer het' }).click()
  await expect(page.getByText('Niemand komt iets te weten')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Het zijn precies de cijfers die Luwte heeft vrijgegeven.')).toBeVisible()
  await expect(page.getByText(/^Dat lukt niet \(/)).toHaveCount(4)
  await expect(page.getByText('Dit is niet geprobeerd.')).toHaveCount(1)
  await expect(page.getByText('Dat kan Luwte alleen bij een rapportage over één organisatie.')).toBeVisible()
}

/** Says of a file that she gave whether it is what was attacked. */
async function compared(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
  await page.getByRole('button', { name: 'Vergelijk met een bestand dat ik gaf' }).click()
}

test('settles and saves the report of a group and a comparison that names nobody, both written down for each organisation, and says why another year has none', async ({
  launch,
  profile,
}) => {
  const recoveryKey = await fillVault(profile, [14, 12, 6, 4, 7])
  const { app, page } = await launch()
  await unlockWithRecoveryKey(page, recoveryKey)
  await page.getByRole('link', { name: /Rapportages/ }).click()
  await expect(page.getByRole('row', { name: /Verzonnen Groep/ })).toContainText('concern met 2 onderdelen')
  await page.getByRole('link', { name: 'Verzonnen Groep' }).click()
  const pages = page.getByRole('region', { name: 'Zo wordt de rapportage' })
  await expect(pages).toContainText(`In ${lastYear} kwamen 26 melders bij mij.`)
  await expect(
    page.getByText(/^De eigen rapportages van deze organisaties over .* zijn nog niet/),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: /^Bewaar/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Uitsplitsingen' }).click()
  const visible = page.getByRole('status').filter({ hasText: 'Totaal: 26 melders' })
  await page.getByRole('checkbox', { name: 'Wie er kwam', exact: true }).uncheck({ force: true })
  await expect(visible).not.toContainText('Wie er kwam:')
  await settleFor(page, 'Directie van het concern', 'Stel de rapportage vast')
  const concern = await savedPdf(app, page, join(profile, 'home', 'concern.pdf'))
  expect(concern.text).toContain(`In ${lastYear} kwamen 26 melders bij mij.`)
  expect(concern.lines).toContain('Fantasia 1 00000001 0 14')
  expect(concern.lines).toContain('Fantasia 2 00000001 0 12')
  expect(concern.text).not.toMatch(/Concept|Wie er kwam/)
  const sheet = await savedAs(app, page, 'Bewaar als spreadsheet', join(profile, 'home', 'concern.xlsx'))
  expect(sheet.subarray(0, 2).toString()).toBe('PK')
  await withstands(page, 'Val mijn rapportage aan')
  await compared(app, page, join(profile, 'home', 'concern.xlsx'))
  await expect(page.getByText('Dit is precies het spreadsheet dat is aangevallen.')).toBeVisible()

  await page.getByRole('link', { name: 'Terug naar rapportages' }).click()
  await expect(page.getByRole('row', { name: /Verzonnen Groep/ })).toContainText('vastgesteld op')
  await page.getByRole('link', { name: 'Mijn hele praktijk' }).click()
  await expect(pages).toContainText('Meegeteld zijn alle 5 organisaties')
  await choose(page, 'Jaar', String(lastYear - 1))
  await expect(page.getByRole('alert')).toContainText(
    'Voor een vergelijking zijn er te weinig organisaties: er moeten er ten minste vijf zijn waar iemand zich meldde.',
  )
  await expect(page.getByText(/^Met zo weinig organisaties/)).toBeVisible()
  await choose(page, 'Jaar', String(lastYear))
  await settleFor(page, 'Alle opdrachtgevers', 'Stel de vergelijking vast')
  const comparison = await savedPdf(app, page, join(profile, 'home', 'vergelijking.pdf'))
  expect(comparison.text).toContain(`In ${lastYear} kwamen 43 melders bij mij.`)
  expect(comparison.text).not.toMatch(/Fantasia|Verzonnen/)
  await withstands(page, 'Val mijn vergelijking aan')
  await compared(app, page, join(profile, 'home', 'concern.pdf'))
  await expect(page.getByText(/^Dit bestand is een ander dan wat is aangevallen\./)).toBeVisible()

  await page.getByRole('link', { name: 'Bekijk de uitgegeven cijfers' }).click()
  await expect(page.getByRole('table', { name: /, vergelijking met de hele praktijk$/ })).toHaveCount(5)
  const ofSecond = page.getByRole('table', { name: 'Fantasia 2, rapportage over het concern' })
  await expect(ofSecond.getByRole('row', { name: /^Alle melders \d/ })).toContainText('12')
  await expect(ofSecond.getByRole('row', { name: /^Alle melders, van 2 organisaties samen/ })).toContainText(
    '26',
  )

  await page.getByRole('link', { name: 'Terug naar rapportages' }).click()
  await page.getByRole('link', { name: 'Fantasia 4' }).click()
  await expect(
    page.getByText(/^Deze organisatie krijgt geen uitsplitsingen\. Geef er de vergelijking bij/),
  ).toBeVisible()
  await page.getByRole('link', { name: `Naar de vergelijking ${lastYear}` }).click()
  await expect(page.getByText(/^Vastgesteld op /)).toBeVisible()
})
