import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page } from 'playwright'
import { makeVaultOnScreen, unlockOnScreen } from '../support/first-start.ts'
import { expect, test } from '../support/luwte-test.ts'
import { choose, documentsFolder, find, openWith, typeDay } from '../support/on-screen.ts'

const REGISTER = 'export_opendata_lrk-amsterdam.csv'

async function addOrganisation(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Organisaties', exact: true }).click()
  await page.getByRole('button', { name: 'Voeg organisatie toe' }).click()
  await page.getByLabel('Naam van de organisatie').fill(name)
  await page.getByRole('button', { name: 'Bewaar organisatie' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

test('keeps an organisation, its concern and its contract, and takes one holder’s locations from the register', async ({
  launch,
  profile,
}) => {
  const register = join(documentsFolder(profile), REGISTER)
  copyFileSync(join(import.meta.dirname, '../fixtures/lrk', REGISTER), register)
  const first = await launch()
  const { app, page } = first
  await makeVaultOnScreen(page)

  await page.getByRole('link', { name: 'Organisaties', exact: true }).click()
  await page.getByRole('button', { name: 'Voeg organisatie toe' }).click()
  await page.getByLabel('Naam van de organisatie').fill('Kinderopvang Fantasia')
  await choose(page, 'Concern', 'Nieuw concern…')
  await page.getByLabel('Naam van het nieuwe concern').fill('Concern Sprookje')
  await page.getByRole('button', { name: 'Bewaar organisatie' }).click()

  await page.getByRole('button', { name: 'Leg contract vast' }).click()
  await expect(page.getByLabel('Prijs per LRK-nummer per jaar')).toHaveValue('149,00')
  await typeDay(page, 'Begint op', '2024-01-01')
  await page.getByLabel('Gereduceerd uurtarief').fill('85')
  await page.getByLabel('Hoeveel mensen kunnen je bereiken?').fill('1.200')
  await expect(page.getByRole('radio', { name: /^Gewoon/ })).toBeChecked()
  await page.getByLabel('Hoeveel mensen kunnen je bereiken?').fill('30')
  await expect(page.getByRole('radio', { name: /^Voorzichtig/ })).toBeChecked()
  await expect(page.getByText('in groepen (0 tot 4, 5 tot 9)')).toBeVisible()
  await page.getByRole('button', { name: 'Bewaar contract' }).click()
  await expect(page.getByText('vanaf 1 januari 2024')).toBeVisible()

  await page.getByRole('button', { name: 'Haal uit het register' }).click()
  await openWith(app, register)
  await page.getByRole('button', { name: 'Kies registerbestand' }).click()
  await expect(page.getByText(`1032 locaties gelezen uit ${REGISTER}.`)).toBeVisible()
  await page.getByRole('searchbox', { name: /^Zoek op naam/ }).fill('partou')
  await expect(page.getByText('121 locaties, 87 van Partou B.V.')).toBeVisible()
  await find(page, 'Alleen van deze houder', 'partou b', 'Partou B.V. (87)')
  await expect(page.getByText('87 locaties van Partou B.V.')).toBeVisible()
  await page.getByText('Kies alle 87').click()
  await page.getByRole('button', { name: 'Neem 87 locaties over' }).click()
  await expect(page.getByText('87 locaties overgenomen.')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'heb je al' })).toHaveCount(87)

  await page.getByRole('link', { name: 'Terug naar Kinderopvang Fantasia' }).click()
  await expect(page.getByRole('heading', { name: '87 locaties' })).toBeVisible()
  await page
    .getByRole('button', { name: 'Vergrendel' })
    .click()
    .catch(() => undefined)
  await first.ended()

  const again = await launch()
  await unlockOnScreen(again.page)
  await again.page.getByRole('link', { name: 'Organisaties', exact: true }).click()
  await expect(again.page.getByRole('heading', { name: 'Concern Sprookje' })).toBeVisible()
  await expect(again.page.getByRole('row', { name: /Kinderopvang Fantasia/ })).toContainText('87')
})

test('warns about a number that fails the check, keeps it all the same, and puts a removed location back', async ({
  opened: { page },
}) => {
  await addOrganisation(page, 'Kinderopvang Fantasia')
  await page.getByRole('button', { name: 'Voeg locatie toe' }).click()
  await page.getByLabel('LRK-nummer').fill('12345678')
  await page.getByLabel('Naam van de locatie').fill('KDV Het Verzonnen Bos')
  await page.getByRole('button', { name: 'Bewaar locatie' }).click()
  await expect(page.getByText('Een LRK-nummer heeft negen cijfers.')).toBeVisible()
  await expect(page.getByText('Vul in vanaf welke dag de locatie onder contract valt.')).toBeVisible()
  await expect(page.getByLabel('Naam van de locatie')).toHaveValue('KDV Het Verzonnen Bos')

  await page.getByLabel('LRK-nummer').fill('123456789')
  await expect(page.getByText('Klopt het toch, dan mag het zo blijven.')).toBeVisible()
  await typeDay(page, 'Onder contract vanaf', '2026-01-01')
  await page.getByRole('button', { name: 'Bewaar locatie' }).click()
  const row = page.getByRole('row', { name: /Het Verzonnen Bos/ })
  await expect(row).toContainText('123456789 (nummer nakijken)')

  await page.getByRole('link', { name: 'KDV Het Verzonnen Bos' }).click()
  await page.getByRole('button', { name: 'Verwijder locatie' }).click()
  await expect(page.getByText('Er zijn nog geen locaties.')).toBeVisible()
  await page.getByRole('button', { name: 'Zet terug' }).click()
  await expect(row).toBeVisible()
})

test('says what is wrong with a contract, each time in a sentence, and loses nothing that was typed', async ({
  opened: { page },
}) => {
  await addOrganisation(page, 'Kinderopvang Fantasia')
  await page.getByRole('button', { name: 'Leg contract vast' }).click()
  await page.getByLabel('Prijs per LRK-nummer per jaar').fill('gratis')
  await typeDay(page, 'Begint op', '1900-01-01')
  await page.getByText('3', { exact: true }).click()
  await page.getByRole('button', { name: 'Bewaar contract' }).click()
  await expect(page.getByText('Deze datum ligt vóór het jaar 2000. Kijk of het jaartal klopt.')).toBeVisible()
  await expect(page.getByText('Dit is geen bedrag. Schrijf het bijvoorbeeld als 149,00.')).toBeVisible()
  await expect(page.getByText('Vul een heel aantal mensen in, bijvoorbeeld 120.')).toBeVisible()
  await expect(page.getByText('Schrijf kort op waarom 3 hier kan.')).toBeVisible()
  await expect(page.getByLabel('Prijs per LRK-nummer per jaar')).toHaveValue('gratis')

  await typeDay(page, 'Begint op', '2026-01-01')
  await page.getByLabel('Prijs per LRK-nummer per jaar').fill('150')
  await page.getByLabel('Hoeveel mensen kunnen je bereiken?').fill('80')
  await page.getByLabel('Waarom 3?').fill('Afgesproken met de directie')
  await page.getByRole('button', { name: 'Bewaar contract' }).click()
  await expect(page.getByText('€ 150,00 per LRK-nummer per jaar')).toBeVisible()
  await expect(page.getByText('Gewoon, uitsplitsing vanaf 3')).toBeVisible()
})

test('says that a file is not the register, and takes another one', async ({
  opened: { app, page, profile },
}) => {
  const other = join(documentsFolder(profile), 'adressen.csv')
  writeFileSync(other, 'naam;adres\nProefpersoon A;Verzonnenlaan 1\n')
  await addOrganisation(page, 'Kinderopvang Fantasia')
  await page.getByRole('button', { name: 'Haal uit het register' }).click()
  await openWith(app, other)
  await page.getByRole('button', { name: 'Kies registerbestand' }).click()
  await expect(page.getByRole('alert')).toContainText('Dit is niet het bestand van het Landelijk Register')
  await expect(page.getByRole('button', { name: 'Kies registerbestand' })).toBeVisible()
})
