import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, type Page } from 'playwright'
import { readPdf, type ReadPdf } from '../documents/read-pdf.ts'
import { expect, test } from '../support/luwte-test.ts'
import { choose, typeDay } from '../support/on-screen.ts'
import { fillVault, lastYear, openReport } from '../support/vault-to-report.ts'

/** Answers the next dialogs of the system with this path. */
async function saveTo(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}

/** Chooses this file in the next dialogs of the system. */
async function openNext(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
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
  const recoveryKey = await fillVault(profile, 26)
  const { page } = await launch()
  await openReport(page, recoveryKey)
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
  const recoveryKey = await fillVault(profile, 26)
  const { app, page } = await launch()
  await openReport(page, recoveryKey)
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
  await page.getByRole('button', { name: 'Val mijn rapportage aan' }).click()
  await page.getByRole('button', { name: 'Probeer het' }).click()
  await expect(page.getByText('Niemand komt iets te weten')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/precies de cijfers die Luwte heeft vrijgegeven\./)).toBeVisible()
  await expect(page.getByText(/^Dat lukt niet \(/)).toHaveCount(5)
  await expect(page.getByText('Dat lukt:')).toHaveCount(0)
  await openNext(app, join(profile, 'home', 'vastgesteld.pdf'))
  await page.getByRole('button', { name: 'Vergelijk met een bestand dat ik gaf' }).click()
  await expect(page.getByText('Dit is precies de PDF die is aangevallen.')).toBeVisible()
  await openNext(app, join(profile, 'home', 'concept.pdf'))
  await page.getByRole('button', { name: 'Vergelijk met een bestand dat ik gaf' }).click()
  await expect(page.getByText(/^Dit bestand is een ander dan wat is aangevallen\./)).toBeVisible()
  await page.getByRole('link', { name: 'Terug naar rapportages' }).click()
  await expect(page.getByRole('row', { name: /Kinderopvang Fantasia/ })).toContainText('vastgesteld op')
})

test('hands over no figures of a year that still runs, but a draft without them', async ({
  launch,
  profile,
}) => {
  const recoveryKey = await fillVault(profile, 3)
  const { page } = await launch()
  await openReport(page, recoveryKey)
  await page.getByRole('link', { name: 'Terug naar rapportages' }).click()
  await page.getByRole('link', { name: `Naar ${lastYear + 1}` }).click()
  await page.getByRole('link', { name: 'Kinderopvang Fantasia' }).click()
  await expect(page.getByText(`Het jaar ${lastYear + 1} loopt nog.`)).toBeVisible()
  await expect(page.getByRole('button', { name: /Bewaar als|Stel vast/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Bewaar concept zonder cijfers' })).toBeVisible()
})

test('shows at once what a chosen breakdown leaves to be seen, and says what in her words may point at somebody', async ({
  launch,
  profile,
}) => {
  const recoveryKey = await fillVault(profile, 26)
  const { page } = await launch()
  await openReport(page, recoveryKey)
  const visible = page.getByRole('status').filter({ hasText: 'Totaal: 26 melders' })
  await page.getByRole('button', { name: 'Uitsplitsingen' }).click()
  await expect(visible).toContainText('Wie er kwam:')
  await page.getByRole('checkbox', { name: 'Wie er kwam', exact: true }).uncheck({ force: true })
  await expect(visible).not.toContainText('Wie er kwam:')
  await page.getByRole('checkbox', { name: 'Wie er kwam', exact: true }).check({ force: true })
  await page
    .getByRole('checkbox', { name: 'Onderwerp, uitgesplitst naar wie er kwam' })
    .check({ force: true })
  await expect(visible).toContainText('Onderwerp, uitgesplitst naar wie er kwam')
  await page.getByLabel('Wat je zag').fill('Een stagiair kwam in maart twee keer.')
  const warning = page.getByText(/^Hieraan zou iemand herkend kunnen worden/)
  await expect(warning).toContainText('“stagiair” (een rol die weinig mensen hebben)')
  await expect(warning).toContainText('“maart” (een datum of moment)')
  await page.getByLabel('Wat je zag').fill('Roosters worden laat bekend.')
  await expect(warning).toHaveCount(0)
})

test('prints the team and the annex with its source, and gives the works council a version with the same figures', async ({
  launch,
  profile,
}) => {
  const recoveryKey = await fillVault(profile, 26)
  const { app, page } = await launch()
  await openReport(page, recoveryKey)
  const pages = page.getByRole('region', { name: 'Zo wordt de rapportage' })
  await page.getByLabel('Werkplan').fill('Voorlichting aan nieuwe medewerkers.')
  await page.getByRole('button', { name: 'Het team van vertrouwenspersonen' }).click()
  await page.getByRole('button', { name: 'Voeg een vertrouwenspersoon toe' }).click()
  await page.getByRole('group', { name: 'Vertrouwenspersoon 1' }).getByLabel('Naam').fill('Proefpersoon Z')
  await page.getByRole('button', { name: 'Bijlage: opgave van de organisatie zelf' }).click()
  await page.getByRole('button', { name: 'Neem een opgave van klachten op' }).click()
  await page.getByRole('button', { name: 'Voeg een soort klacht toe' }).click()
  await page.getByRole('group', { name: 'Soort klacht 1' }).getByLabel('Soort').fill('Ruilen van dagen')
  await expect(pages).toContainText('Proefpersoon Z, extern')
  await expect(pages).toContainText('Bron: Opgave van Kinderopvang Fantasia')
  await expect(pages).toContainText('Ruilen van dagen')
  await page.getByLabel('Bron').fill('')
  await choose(page, 'Periode', 'Eerste halfjaar')
  await expect(page.getByText(/^Nog niet alles wat je hier typte is bewaard\./)).toBeVisible()
  await expect(page.getByLabel('Werkplan')).toHaveValue('Voorlichting aan nieuwe medewerkers.')
  await page.getByLabel('Bron').fill('Opgave van Kinderopvang Fantasia')
  await expect(page.getByText(/^Nog niet alles wat je hier typte is bewaard\./)).toHaveCount(0)
  await page.getByLabel('Toelichting').last().fill('Een ouder trok de klacht in.')
  await expect(page.getByText(/^Hieraan zou iemand herkend kunnen worden: “Een ouder”/)).toBeVisible()
  await page.getByRole('button', { name: 'Versies voor anderen' }).click()
  await page
    .getByRole('group', { name: 'Ondernemingsraad: laat weg' })
    .getByRole('checkbox', { name: 'de plannen voor het nieuwe jaar' })
    .check({ force: true })
  await page.getByRole('button', { name: 'Stel vast' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Voor wie is deze rapportage?').fill('Directie en HR')
  await dialog.getByRole('button', { name: 'Stel de rapportage vast' }).click()
  await expect(page.getByText(/^Vastgesteld op /)).toBeVisible()
  await expect(pages).toContainText('Voorlichting aan nieuwe medewerkers.')
  await page.getByRole('button', { name: 'Maak een versie voor een ander' }).click()
  // What she chose before settling is there, and nothing but that can still be changed.
  const leftOut = page.getByRole('group', { name: 'Ondernemingsraad: laat weg' })
  await expect(leftOut.getByRole('checkbox', { name: 'de plannen voor het nieuwe jaar' })).toBeChecked()
  await expect(leftOut.getByRole('checkbox', { name: 'de signalen' })).not.toBeChecked()
  await expect(page.getByRole('button', { name: 'Uitsplitsingen' })).toHaveCount(0)
  await page.getByLabel('Wie krijgt deze versie?').fill('Ondernemingsraad')
  await page.getByRole('button', { name: 'Maak deze versie' }).click()
  await expect(pages).toContainText('Versie voor de ondernemingsraad')
  await expect(pages).not.toContainText('Voorlichting aan nieuwe medewerkers.')
  await saveTo(app, join(profile, 'home', 'or.pdf'))
  const version = await savedPdf(page, join(profile, 'home', 'or.pdf'))
  expect(version.text).toContain(`In ${lastYear} kwamen 26 melders bij mij.`)
  expect(version.lines).toContain('Totaal 26')
  await page.getByRole('link', { name: 'Terug naar rapportages' }).click()
  await page.getByRole('link', { name: 'Uitgegeven cijfers' }).click()
  await expect(page.getByText(/^Voor Directie en HR, op /)).toBeVisible()
  await expect(page.getByText(/^Voor Ondernemingsraad, op /)).toBeVisible()
  await page.getByRole('link', { name: 'Terug naar rapportages' }).click()
  await page.getByRole('link', { name: 'Kinderopvang Fantasia' }).click()
  await page.getByRole('button', { name: 'Maak een versie voor een ander' }).click()
  await leftOut.getByRole('checkbox', { name: 'de plannen voor het nieuwe jaar' }).uncheck({ force: true })
  await page.getByLabel('Wie krijgt deze versie?').fill('Ondernemingsraad, opnieuw')
  await page.getByRole('button', { name: 'Maak deze versie' }).click()
  await expect(pages).toContainText('Versie voor de ondernemingsraad')
  await expect(pages).toContainText('Voorlichting aan nieuwe medewerkers.')
})

test('counts with figures that were handed out before Luwte, once they are entered by hand', async ({
  launch,
  profile,
}) => {
  const recoveryKey = await fillVault(profile, 26)
  const { page } = await launch()
  await openReport(page, recoveryKey)
  await page.getByRole('link', { name: 'Terug naar rapportages' }).click()
  await page.getByRole('link', { name: 'Uitgegeven cijfers' }).click()
  await expect(page.getByText('Er zijn nog geen cijfers uitgegeven.')).toBeVisible()
  await page.getByRole('button', { name: 'Voer een eerdere rapportage in' }).click()
  const save = page.getByRole('button', { name: 'Zet deze cijfers in de lijst' })
  const figure = (number: number) => page.getByRole('group', { name: `Cijfer ${number}`, exact: true })
  const chooseIn = async (number: number, label: string, choice: string) => {
    await figure(number)
      .getByRole('button', { name: new RegExp(label) })
      .click()
    await page.getByRole('option', { name: choice, exact: true }).click()
  }
  await save.click()
  await expect(page.getByText('Dit is nog niet ingevuld.')).toHaveCount(4)
  await expect(page.getByText('Hier is nog niets gekozen.')).toHaveCount(1)
  await choose(page, 'Organisatie', 'Kinderopvang Fantasia')
  await page.getByLabel('Aan wie gegeven').fill('Directie')
  await page.getByLabel('Welk document').fill('Jaarverslag op papier')
  await typeDay(page, 'Gegeven op', `${lastYear + 5}-01-15`)
  await figure(1).getByRole('textbox', { name: 'Aantal' }).fill('26')
  await page.getByRole('button', { name: 'Voeg een cijfer toe' }).press('Enter')
  await expect(figure(2).getByRole('textbox', { name: 'Aantal' })).toBeFocused()
  await chooseIn(2, 'Uitsplitsing', 'Onderwerp')
  await figure(2).getByRole('combobox', { name: 'Welke groep' }).fill('pest')
  await page.keyboard.press('Enter')
  await chooseIn(2, 'Periode', 'Eerste halfjaar')
  await chooseIn(2, 'Wat er stond', 'Minder dan …')
  await figure(2).getByRole('textbox', { name: 'Minder dan' }).fill('10')
  await page.getByRole('button', { name: 'Voeg een cijfer toe' }).click()
  await expect(figure(3).getByRole('button', { name: /Periode/ })).toContainText('Eerste halfjaar')
  await chooseIn(3, 'Uitsplitsing', 'Locatie')
  await figure(3).getByRole('combobox', { name: 'Welke groep' }).fill('Duin')
  await page.keyboard.press('Enter')
  await chooseIn(3, 'Wat er stond', 'Weggelaten of niet getoond')
  await save.click()
  await expect(page.getByText('Deze dag moet nog komen.').first()).toBeVisible()
  await expect(figure(2).getByRole('textbox', { name: 'Minder dan' })).toHaveValue('10')
  await typeDay(page, 'Gegeven op', `${lastYear + 1}-01-15`)
  await save.click()
  const row = page.getByRole('row', { name: /Alle melders/ })
  await expect(row).toContainText('26')
  await expect(page.getByRole('row', { name: /Onderwerp: Pesten/ })).toContainText(
    `eerste halfjaar ${lastYear}minder dan 10, of geen`,
  )
  await expect(page.getByRole('row', { name: /Locatie: De Duinroos/ })).toContainText('niet getoond')
  await page.getByRole('button', { name: 'Verbeter: Alle melders' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Aantal' }).fill('25')
  await page.getByRole('button', { name: 'Verbeter het cijfer' }).click()
  await expect(row).toHaveCount(2)
  await expect(row.first()).toContainText('Vervangen; telt niet meer mee.')
  await expect(row.last()).toContainText('25Verbeterd.')
  await page.getByRole('button', { name: 'Verwijder deze invoer' }).click()
  await page.getByRole('button', { name: 'Verwijder de cijfers' }).click()
  await expect(row).toHaveCount(0)
})
