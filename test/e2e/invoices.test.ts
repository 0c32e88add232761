import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page } from 'playwright'
import { readPdf } from '../documents/read-pdf.ts'
import { expect, test } from '../support/luwte-test.ts'
import { choose, documentsFolder, find, saveIn, typeDay } from '../support/on-screen.ts'

const lastYear = new Date().getFullYear() - 1

function area(page: Page, name: string) {
  return page.getByRole('navigation', { name: 'Onderdelen' }).getByRole('link', { name, exact: true })
}

async function fillSettings(page: Page): Promise<void> {
  await area(page, 'Instellingen').click()
  await page.getByLabel('Naam van je praktijk').fill('Praktijk Proef')
  await page.getByLabel('Straat en huisnummer').fill('Bedachtstraat 2')
  await page.getByLabel('Postcode').fill('0000 AB')
  await page.getByLabel('Plaats').fill('Nergenshuizen')
  await page.getByLabel('KvK-nummer').fill('00000009')
  await page.getByLabel('Btw-id').fill('NL000000000B00')
  await page.getByLabel('IBAN').fill('NL91 ABNA 0417 1643 00')
  await page.getByRole('button', { name: 'Bewaar instellingen' }).click()
  await expect(page.getByText('Je instellingen zijn bewaard.')).toBeVisible()
}

async function addOrganisation(page: Page, name: string, hasAddress = true): Promise<void> {
  await area(page, 'Organisaties').click()
  await page.getByRole('button', { name: 'Voeg organisatie toe' }).click()
  await page.getByLabel('Naam van de organisatie').fill(name)
  if (hasAddress) await fillAddress(page)
  await page.getByRole('button', { name: 'Bewaar organisatie' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

async function fillAddress(page: Page): Promise<void> {
  await page.getByLabel('Straat en huisnummer').fill('Verzonnenlaan 1')
  await page.getByLabel('Postcode').fill('0000 AA')
  await page.getByLabel('Plaats').fill('Nergenshuizen')
}

/** On the page of an organisation, or where a run leads to. */
async function addContract(page: Page): Promise<void> {
  await typeDay(page, 'Begint op', `${lastYear}-01-01`)
  await page.getByLabel('Gereduceerd uurtarief').fill('84,00')
  await page.getByLabel('Hoeveel mensen kunnen je bereiken?').fill('80')
  await page.getByRole('button', { name: 'Bewaar contract' }).click()
  await expect(page.getByRole('button', { name: 'Wijzig contract' })).toBeVisible()
}

async function addLocation(page: Page, lrkNumber: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Voeg locatie toe' }).click()
  await page.getByLabel('LRK-nummer').fill(lrkNumber)
  await page.getByLabel('Naam van de locatie').fill(name)
  await page.getByRole('button', { name: 'Bewaar locatie' }).click()
  await expect(page.getByRole('link', { name })).toBeVisible()
}

async function openYearlyRun(page: Page): Promise<void> {
  await area(page, 'Facturen').click()
  await page.getByRole('button', { name: /^Jaarfacturen/ }).click()
  await page.getByRole('link', { name: `Naar ${lastYear}` }).click()
  await expect(page.getByRole('heading', { name: `Jaarfacturen ${lastYear}` })).toBeVisible()
}

async function issue(page: Page, organisation: string): Promise<void> {
  await page.getByRole('button', { name: `Maak factuur voor ${organisation}` }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Maak factuur voor/ })
    .click()
  await page.getByRole('link', { name: 'Bekijk de factuur', exact: true }).click()
}

async function savePdf(page: Page, folder: string) {
  await page.getByRole('button', { name: 'Bewaar als PDF' }).click()
  await expect(page.getByText(/^Bewaard als /)).toBeVisible({ timeout: 20_000 })
  const [name = ''] = readdirSync(folder)
  return { name, ...(await readPdf(new Uint8Array(readFileSync(join(folder, name))))) }
}

test('leads from an empty vault to a yearly invoice on paper, and takes it back', async ({
  opened: { app, page, profile },
}) => {
  test.slow()
  const folder = documentsFolder(profile)
  await saveIn(app, folder)
  await fillSettings(page)
  await addOrganisation(page, 'Kinderopvang Fantasia')
  await page.getByRole('button', { name: 'Leg contract vast' }).click()
  await addContract(page)
  await addLocation(page, '123456782', 'KDV Het Verzonnen Bos')
  await addLocation(page, '100000009', 'BSO De Bedachte Boom')

  await openYearlyRun(page)
  await expect(page.getByRole('row', { name: /Kinderopvang Fantasia/ })).toContainText('2 locaties')
  await issue(page, 'Kinderopvang Fantasia')
  await expect(page.getByRole('heading', { name: /^Factuur \d{4}-0001$/ })).toBeVisible()
  await expect(page.getByText('€ 298,00')).toBeVisible()
  await expect(page.getByText('€ 360,58')).toBeVisible()

  const pdf = await savePdf(page, folder)
  expect(pdf.name).toMatch(/^factuur-\d{4}-0001\.pdf$/)
  expect(pdf.text).toContain('KDV Het Verzonnen Bos')
  expect(pdf.text).toContain('360,58')

  await page.getByRole('button', { name: 'Maak creditfactuur' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Maak de creditfactuur' }).click()
  await expect(page.getByRole('heading', { name: /^Creditfactuur \d{4}-0002$/ })).toBeVisible()
  await area(page, 'Facturen').click()
  await expect(page.getByRole('row', { name: /-0001/ })).toContainText('jaarfactuur, gecrediteerd')
  await expect(page.getByRole('row', { name: /-0002/ })).toContainText('-360,58')
})

test('says what is missing before an invoice can be made, and leads to where it is mended', async ({
  opened: { page },
}) => {
  test.slow()
  await addOrganisation(page, 'Kinderopvang Fantasia', false)
  await openYearlyRun(page)
  await expect(page.getByText('Nog nodig: je adres, je KvK-nummer, je btw-id en je IBAN.')).toBeVisible()
  await page.getByRole('link', { name: 'Vul je praktijkgegevens aan' }).click()
  await expect(page.getByRole('heading', { name: 'Instellingen' })).toBeVisible()
  await fillSettings(page)

  const row = page.getByRole('row', { name: /Kinderopvang Fantasia/ })
  await openYearlyRun(page)
  await expect(row).toContainText('Het adres is nog niet compleet.')
  await page.getByRole('link', { name: 'Vul het adres aan' }).click()
  await fillAddress(page)
  await page.getByRole('button', { name: 'Bewaar gegevens' }).click()

  await openYearlyRun(page)
  await expect(row).toContainText('Er is voor dit jaar geen contract.')
  await page.getByRole('link', { name: 'Leg het contract vast' }).click()
  await addContract(page)

  await openYearlyRun(page)
  await expect(row).toContainText('Er zijn dit jaar geen locaties onder contract.')
  await expect(page.getByText('Er staat geen factuur klaar.')).toBeVisible()
  await page.getByRole('link', { name: 'Voeg locaties toe' }).click()
  await addLocation(page, '123456782', 'KDV Het Verzonnen Bos')
  await openYearlyRun(page)
  await expect(page.getByRole('button', { name: 'Maak factuur voor Kinderopvang Fantasia' })).toBeVisible()
})

test('refuses no hours, more hours than a day has, and days that cannot be, and keeps what was typed', async ({
  opened: { page },
}) => {
  await addOrganisation(page, 'Kinderopvang Fantasia')
  await area(page, 'Uren').click()
  await page.getByRole('button', { name: 'Voeg activiteit toe' }).click()
  await choose(page, 'Soort activiteit', 'Voorlichting')
  await find(page, 'Voor wie', 'fanta', 'Kinderopvang Fantasia')
  await page.getByLabel('Omschrijving').fill('Kennismaking op de teamdag')
  await page.getByLabel('Duur').fill('0')
  await typeDay(page, 'Datum', '1900-01-01')
  await page.getByRole('button', { name: 'Bewaar activiteit' }).click()
  await expect(page.getByText('Een activiteit duurt ten minste één minuut.')).toBeVisible()
  await expect(page.getByText('Deze datum ligt vóór het jaar 2000. Kijk of het jaartal klopt.')).toBeVisible()

  await page.getByLabel('Duur').fill('25:00')
  await typeDay(page, 'Datum', `${lastYear + 5}-01-01`)
  await expect(page.getByText('Een dag heeft 24 uur.')).toBeVisible()
  await expect(page.getByText('Deze datum ligt in de toekomst.')).toBeVisible()
  await expect(page.getByLabel('Omschrijving')).toHaveValue('Kennismaking op de teamdag')

  await page.getByLabel('Duur').fill('20:00')
  await typeDay(page, 'Datum', `${lastYear}-05-12`)
  await page.getByRole('button', { name: 'Bewaar activiteit' }).click()
  await expect(page.getByRole('heading', { name: `Uren in ${lastYear}` })).toBeVisible()

  await page.getByRole('button', { name: 'Voeg activiteit toe' }).click()
  await choose(page, 'Soort activiteit', 'Voorbereiding')
  await find(page, 'Voor wie', 'fanta', 'Kinderopvang Fantasia')
  await page.getByLabel('Omschrijving').fill('Voorbereiding')
  await page.getByLabel('Duur').fill('5:00')
  await typeDay(page, 'Datum', `${lastYear}-05-12`)
  await page.getByRole('button', { name: 'Bewaar activiteit' }).click()
  await expect(page.getByText('Op één dag passen niet zoveel uren.').first()).toBeVisible()
  await expect(page.getByLabel('Omschrijving')).toHaveValue('Voorbereiding')
})

test('bills the hours of a half-year in one line that tells nothing of what was done', async ({
  opened: { app, page, profile },
}) => {
  test.slow()
  const folder = documentsFolder(profile)
  await saveIn(app, folder)
  await fillSettings(page)
  await addOrganisation(page, 'Kinderopvang Fantasia')
  await page.getByRole('button', { name: 'Leg contract vast' }).click()
  await addContract(page)
  for (const [description, duration] of [
    ['Gesprek met de directie over roosters', '1:30'],
    ['Voorbereiding van dat gesprek', '45'],
  ] as const) {
    await area(page, 'Uren').click()
    await page.getByRole('button', { name: 'Voeg activiteit toe' }).click()
    await choose(page, 'Soort activiteit', 'Overleg met HR of directie')
    await find(page, 'Voor wie', 'fanta', 'Kinderopvang Fantasia')
    await page.getByLabel('Omschrijving').fill(description)
    await page.getByLabel('Duur').fill(duration)
    await typeDay(page, 'Datum', `${lastYear}-05-12`)
    await page.getByRole('button', { name: 'Bewaar activiteit' }).click()
    await expect(page.getByRole('link', { name: description })).toBeVisible()
  }
  await expect(page.getByRole('table', { name: 'Uren per organisatie' })).toContainText('2:15')

  await page.evaluate((year) => (window.location.hash = `/facturen/uren/${year}/1`), lastYear)
  await issue(page, 'Kinderopvang Fantasia')
  await expect(page.getByRole('table', { name: 'Factuurregels' }).getByRole('row')).toHaveCount(2)
  await expect(page.getByText('€ 189,00').first()).toBeVisible()
  const pdf = await savePdf(page, folder)
  expect(pdf.text).toContain('189,00')
  expect(pdf.text).not.toMatch(/roosters|gesprek|12-05|12 mei/i)
})
