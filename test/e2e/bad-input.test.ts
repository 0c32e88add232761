import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page } from 'playwright'
import { REGISTER_COLUMNS } from '#shared/organisations/register-row.ts'
import { Hands } from '../../demo/hands.ts'
import { registerFile } from '../../demo/register-file.ts'
import { paths as casePaths } from '../../renderer/features/case-file/paths.ts'
import { paths as organisationPaths } from '../../renderer/features/organisations/paths.ts'
import { paths as reportPaths } from '../../renderer/features/reports/paths.ts'
import { unlockOnScreen, SCREEN_PASSPHRASE } from '../support/first-start.ts'
import { expect, test } from '../support/luwte-test.ts'
import { documentsFolder, openWith, typeDay } from '../support/on-screen.ts'
import { writeSmallPractice } from '../support/small-practice.ts'

const thisYear = new Date().getFullYear()
const NOTE = 'Belde over opmerkingen van een collega.'

async function at(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), place)
}

async function typePassphrase(page: Page): Promise<void> {
  await page.getByLabel('Wachtzin', { exact: true }).fill(SCREEN_PASSPHRASE)
  await page.getByRole('button', { name: 'Ontgrendel', exact: true }).click()
}

function vaultFiles(profile: string, kind: RegExp): string[] {
  const folder = join(profile, 'data', 'kluis')
  return readdirSync(folder)
    .filter((name) => kind.test(name))
    .sort()
    .map((name) => join(folder, name))
}

/** Changes one byte in the middle of a file. */
function spoil(path: string): void {
  const bytes = readFileSync(path)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
  writeFileSync(path, bytes)
}

test('says which file was damaged when one header is, opens all the same, and loses nothing', async ({
  launch,
  profile,
}) => {
  const { caseId } = await writeSmallPractice(profile)
  const [header = ''] = vaultFiles(profile, /^header-/)
  spoil(header)
  const { page } = await launch()
  await typePassphrase(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Er was iets met de bestanden van je kluis',
  )
  await expect(page.getByRole('main')).toContainText('Wat te redden was, is gered, en de kluis is open.')
  await expect(page.getByRole('main')).toContainText('beschadigd')
  await page.getByRole('button', { name: 'Ga verder naar mijn casussen' }).click()
  await at(page, casePaths.case(caseId))
  await expect(page.getByText('Afspraken gemaakt voor het werkoverleg.')).toBeVisible()
})

test('says that the vault is damaged when no header and no snapshot can be read, and touches no file', async ({
  launch,
  profile,
}) => {
  await writeSmallPractice(profile)
  const files = vaultFiles(profile, /^(header|snapshot)-/)
  for (const file of files) spoil(file)
  const before = files.map((file) => readFileSync(file))
  const { page } = await launch()
  await typePassphrase(page)
  await expect(page.getByRole('alert')).toContainText(
    'Een bestand van de kluis is beschadigd. Luwte heeft er niets aan veranderd.',
  )
  expect(files.map((file) => readFileSync(file))).toEqual(before)
})

test('opens a vault of which the journal was cut off, with all but what was cut', async ({
  launch,
  profile,
}) => {
  const { closedCaseId } = await writeSmallPractice(profile)
  const journal = vaultFiles(profile, /^journal-/).at(-1) ?? ''
  truncateSync(journal, readFileSync(journal).length - 7)
  const { page } = await launch()
  await typePassphrase(page)
  await page.getByRole('navigation', { name: 'Onderdelen' }).waitFor()
  // By this she sees how far the vault goes.
  await expect(page.getByText(/laatste wijziging .*, stand \d+/)).toBeVisible()
  await at(page, casePaths.case(closedCaseId))
  await expect(page.getByText('Belde om een verhaal kwijt te kunnen.', { exact: true })).toBeVisible()
})

test('says that a journal was damaged in its middle, and opens what can be read', async ({
  launch,
  profile,
}) => {
  await writeSmallPractice(profile)
  spoil(vaultFiles(profile, /^journal-/).at(-1) ?? '')
  const { page } = await launch()
  await typePassphrase(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Er was iets met de bestanden van je kluis',
  )
  await page.getByRole('button', { name: 'Ga verder naar mijn casussen' }).click()
  await page.getByRole('navigation', { name: 'Onderdelen' }).waitFor()
})

const whole = registerFile()
const rows = whole.split('\r\n').slice(1, -1).length

/** Register files as they come, and what the screen says about them. */
const REGISTERS: readonly { name: string; content: string | Buffer; says: string }[] = [
  {
    name: 'in Latin-1',
    content: Buffer.from(whole.slice(1).replace('Verzonnenlaan 1', 'Verzónnenlaan 1'), 'latin1'),
    says: `${rows} locaties gelezen`,
  },
  { name: 'met LF', content: whole.replaceAll('\r\n', '\n'), says: `${rows} locaties gelezen` },
  {
    name: 'met een los aanhalingsteken',
    content: whole.replace('Kinderopvang Fantasia 1', '"Kinderopvang Fantasia 1'),
    says: `${rows} locaties gelezen`,
  },
  {
    name: 'zonder kolom die gemist kan worden',
    content: whole.replace(';cbs_code;', ';iets_anders;'),
    says: 'Deze kolommen ontbreken; dat geeft niet: cbs_code.',
  },
  {
    name: 'zonder LRK-nummers',
    content: whole.replace(REGISTER_COLUMNS[0], 'nummer'),
    says: `Er ontbreekt: ${REGISTER_COLUMNS[0]}.`,
  },
  { name: 'van 0 bytes', content: '', says: 'Dit bestand is leeg.' },
]

test('says of each odd register file what is the matter, and still takes a good one', async ({
  launch,
  profile,
}) => {
  const { organisationId } = await writeSmallPractice(profile)
  const folder = documentsFolder(profile)
  const { app, page } = await launch()
  await unlockOnScreen(page)
  await at(page, organisationPaths.register(organisationId))
  const choose = async (path: string) => {
    await openWith(app, path)
    await page.getByRole('button', { name: /^Kies (registerbestand|een ander bestand)$/ }).click()
  }
  for (const { name, content, says } of REGISTERS) {
    const path = join(folder, `${name}.csv`)
    writeFileSync(path, content)
    await choose(path)
    await expect(page.getByRole('main')).toContainText(says)
  }
  for (const { bytes, says } of [
    { bytes: 500_000_000, says: 'Dit is niet het bestand van het Landelijk Register Kinderopvang.' },
    { bytes: 500_000_001, says: 'Dit bestand is te groot om te openen.' },
  ]) {
    const large = join(folder, `${bytes}.csv`)
    writeFileSync(large, '')
    truncateSync(large, bytes)
    await choose(large)
    await expect(page.getByRole('alert')).toContainText(says, { timeout: 15_000 })
  }

  const good = join(folder, 'export_opendata_lrk.csv')
  writeFileSync(good, whole)
  await choose(good)
  await expect(page.getByText(`${rows} locaties gelezen uit export_opendata_lrk.csv.`)).toBeVisible()
})

test('refuses a case without an organisation, a role or a subject, at the fields, and keeps the note', async ({
  launch,
  profile,
}) => {
  await writeSmallPractice(profile)
  const { page } = await launch()
  await unlockOnScreen(page)
  await page.keyboard.press('Control+n')
  await page.getByLabel('Notitie').fill(NOTE)
  await page.getByRole('button', { name: 'Begin casus' }).click()
  await expect(page.getByText('Er klopt nog iets niet', { exact: false })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Organisatie' })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('Dit is nog niet ingevuld.').first()).toBeVisible()
  await expect(page.getByText('Kies er ten minste een.')).toBeVisible()
  await expect(page.getByLabel('Notitie')).toHaveValue(NOTE)
})

test('refuses a contact of no minutes or of 25 hours, and days that cannot be, and keeps the note', async ({
  launch,
  profile,
}) => {
  const { caseId } = await writeSmallPractice(profile)
  const { page } = await launch()
  await unlockOnScreen(page)
  await at(page, casePaths.case(caseId))
  const note = page.getByLabel('Nieuwe notitie')
  const save = page.getByRole('button', { name: 'Bewaar contact' })
  await note.fill(NOTE)
  for (const [minutes, says] of [
    ['0', 'Dit is minder dan 1.'],
    ['1500', 'Dit is meer dan 1.440.'],
  ] as const) {
    await page.getByLabel('Minuten').fill(minutes)
    await save.click()
    await expect(page.getByText(says)).toBeVisible()
    await expect(note).toHaveValue(NOTE)
  }
  await page.getByLabel('Minuten').fill('20')
  for (const [day, says] of [
    [`${thisYear + 5}-01-01`, 'Deze dag moet nog komen.'],
    ['1900-01-01', 'Deze dag ligt voor het jaar 2000.'],
  ] as const) {
    await typeDay(page, 'Datum', day)
    await save.click()
    await expect(page.getByText(says).first()).toBeVisible()
    await expect(note).toHaveValue(NOTE)
  }
  await typeDay(page, 'Datum', `${thisYear - 1}-12-01`)
  await save.click()
  await expect(page.getByText('Contact bewaard.')).toBeVisible()
})

test('refuses a first contact in the future or in 1900, and keeps what was filled in', async ({
  launch,
  profile,
}) => {
  await writeSmallPractice(profile)
  const { page } = await launch()
  await unlockOnScreen(page)
  const hands = new Hands(page)
  await page.keyboard.press('Control+n')
  await page.getByLabel('Notitie').fill(NOTE)
  await hands.find('Organisatie', 'fantasia', 'Kinderopvang Fantasia')
  await hands.choose('Wie meldt', 'Pedagogisch professional')
  await hands.find('Waarover', 'pest', 'Pesten')
  await page.getByRole('button', { name: 'Meer vastleggen' }).click()
  for (const [day, says] of [
    [`${thisYear + 5}-01-01`, 'Deze dag moet nog komen.'],
    ['1900-01-01', 'Deze dag ligt voor het jaar 2000.'],
  ] as const) {
    await typeDay(page, 'Eerste contact', day)
    await page.getByRole('button', { name: 'Begin casus' }).click()
    await expect(page.getByText(says).first()).toBeVisible()
    await expect(page.getByLabel('Notitie')).toHaveValue(NOTE)
  }
  await typeDay(page, 'Eerste contact', `${thisYear - 1}-12-01`)
  await page.getByRole('button', { name: 'Begin casus' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Tijdlijn' })).toBeVisible()
})

test('makes a report of a year without cases, which says so', async ({ launch, profile }) => {
  const { organisationId, bareOrganisationId } = await writeSmallPractice(profile)
  const { page } = await launch()
  await unlockOnScreen(page)
  await at(page, reportPaths.reportOfYear(organisationId, thisYear - 2))
  await expect(page.getByRole('img', { name: /Bladzijde 1 van/ })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(`In ${thisYear - 2} kreeg ik geen meldingen.`)
  // Without a contract there is nothing to report about, and the screen says what to do.
  await at(page, reportPaths.reportOfYear(bareOrganisationId, thisYear - 2))
  await expect(page.getByRole('main')).toContainText(/contract/)
  await expect(page.getByRole('button', { name: 'Stel vast' })).toHaveCount(0)
})
