import { type Page } from 'playwright'
import { paths as casePaths } from '../../renderer/features/case-file/paths.ts'
import { paths as hoursPaths } from '../../renderer/features/hours/paths.ts'
import { paths as invoicePaths } from '../../renderer/features/invoices/paths.ts'
import { paths as organisationPaths } from '../../renderer/features/organisations/paths.ts'
import { paths as reportPaths } from '../../renderer/features/reports/paths.ts'
import { SCREEN_PASSPHRASE } from './first-start.ts'
import { type Walk } from './walk.ts'
import { walkSecurity } from './walk-security.ts'

const lastYear = new Date().getFullYear() - 1

/** The id that stands at this position in the place where we are. */
function idInPlace(page: Page, position: number): string {
  return new URL(page.url()).hash.slice(1).split('/')[position] ?? ''
}

async function makeVault({ page, hands, markers }: Walk): Promise<string> {
  const passphrase = `${SCREEN_PASSPHRASE} ${markers.next('kluis', 'Wachtzin')}`
  await page.getByLabel('Je naam').waitFor()
  await markers.fill(page, 'kluis maken')
  await hands.type('Wachtzin', passphrase)
  await hands.type('Wachtzin, nog een keer', passphrase)
  await hands.press('Ga verder')
  await page.getByRole('button', { name: 'Ik heb hem bewaard' }).waitFor()
  const groups = await page.getByRole('list', { name: 'De sleutel' }).getByRole('listitem').allInnerTexts()
  for (const between of [' ', '-', '']) markers.addSecret(groups.join(between))
  await hands.press('Ik heb hem bewaard')
  await page.getByLabel('Herstelsleutel').waitFor()
  await markers.fill(page, 'herstelsleutel overtypen')
  await hands.type('Herstelsleutel', groups.join(' '))
  await hands.press('Maak de kluis')
  await page.getByRole('navigation', { name: 'Onderdelen' }).waitFor()
  return passphrase
}

async function settings({ page, hands, at, mark }: Walk): Promise<void> {
  await at('/instellingen')
  await hands.tick('Kleineondernemersregeling (KOR): geen btw')
  await mark({ 'KvK-nummer': '00000009', IBAN: 'NL91 ABNA 0417 1643 00' })
  await hands.press('Bewaar instellingen')
  await page.getByText('Je instellingen zijn bewaard.').waitFor()
}

async function organisation({ page, hands, markers, at, mark }: Walk): Promise<string> {
  await at('/organisaties')
  await mark()
  await at(organisationPaths.newOrganisation)
  await hands.choose('Concern', 'Nieuw concern…')
  await mark({ 'KvK-nummer': '00000001' })
  const name = await page.getByLabel('Naam van de organisatie').inputValue()
  await hands.press('Bewaar organisatie')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  const id = idInPlace(page, 2)
  await mark()

  await at(organisationPaths.details(id))
  await mark()
  await at(organisationPaths.contract(id))
  await hands.tick('Uit een bundel: vooraf gekocht, op de jaarfactuur')
  await page.getByText('3', { exact: true }).click()
  await mark({
    'Prijs per LRK-nummer per jaar': '149',
    'Gereduceerd uurtarief': '85',
    'Uren in de bundel per jaar': '60',
    'Hoeveel mensen kunnen je bereiken': '90',
  })
  await hands.typeDate('Begint op', `${lastYear - 1}-01-01`)
  await hands.press('Bewaar contract')
  await page.getByRole('button', { name: 'Wijzig contract' }).waitFor()

  await at(organisationPaths.newLocation(id))
  await mark({ 'LRK-nummer': '123456782' })
  await hands.press('Bewaar locatie')
  await page.getByRole('link', { name: markers.stem }).first().click()
  await page.getByRole('button', { name: 'Verwijder locatie' }).waitFor()
  await mark()

  await at(organisationPaths.register(id))
  await hands.press('Kies registerbestand')
  await page.getByRole('searchbox').first().waitFor()
  await mark()
  return id
}

async function caseFile({ page, hands, markers, at, mark }: Walk): Promise<string> {
  await at('/casussen/nieuw')
  await page.getByRole('button', { name: 'Meer vastleggen' }).click()
  await mark()
  // Left unsaved, and there again: what was being typed is kept sealed.
  await page.getByText(/^Bewaard \d\d:\d\d$/).waitFor()
  await at('/vandaag')
  await at('/casussen/nieuw')
  await page
    .getByText(new RegExp(`^${markers.stem}`))
    .first()
    .waitFor()
  await hands.find('Organisatie', 'nieuwe', 'Een nieuwe organisatie…')
  await mark()
  await hands.choose('Wie meldt', 'Pedagogisch professional')
  await hands.find('Waarover', 'pest', 'Pesten')
  await hands.press('Begin casus')
  await hands.heading('Tijdlijn')
  const id = idInPlace(page, 2)

  await hands.tick('Stap')
  await hands.choose('Stap', 'Bemiddeling')
  await mark({ Minuten: '20' })
  await hands.tick('Mondeling gegeven')
  await hands.press('Bewaar stap')
  await page.getByText('Stap bewaard.').first().waitFor()
  await page
    .getByRole('button', { name: /^Wijzig bemiddeling/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Bewaar wijziging' }).waitFor()
  await mark({ Minuten: '25' })
  await hands.press('Bewaar wijziging')
  await hands.heading('Tijdlijn')

  await at(casePaths.persons(id))
  await hands.press('Voeg persoon toe')
  await mark()
  await hands.press('Bewaar personen')
  await hands.heading('Tijdlijn')
  await at(casePaths.details(id))
  await mark()
  await at(casePaths.details(id).replace('/gegevens', ''))
  await mark()
  await at(casePaths.closing(id))
  await mark()
  await hands.tick('Opgelost')
  await hands.press('Sluit casus af')
  await page.getByText(/^Afgesloten op/).waitFor()
  // A draft of aftercare, which is never sent.
  await mark()
  await page.getByText(/^Bewaard \d\d:\d\d$/).waitFor()
  return id
}

async function activity({ page, hands, markers, at, mark }: Walk): Promise<void> {
  await at(hoursPaths.all)
  await mark()
  await at(hoursPaths.newActivity)
  await hands.choose('Soort activiteit', 'Voorlichting')
  await mark({ Duur: '1:00', 'Aantal mensen': '12' })
  await page.getByRole('combobox', { name: /Voor wie/ }).fill('mezelf')
  await page.getByRole('option').first().click()
  await hands.press('Bewaar activiteit')
  await page.getByRole('heading', { level: 1, name: /^Uren in/ }).waitFor()
  await mark()
  await page.getByRole('link', { name: markers.stem }).first().click()
  await page.getByRole('button', { name: 'Bewaar activiteit' }).waitFor()
  await mark()
}

async function documents({ page, hands, at, mark }: Walk, organisationId: string): Promise<void> {
  await at(reportPaths.all)
  await mark()
  await at(reportPaths.year(lastYear))
  await mark()
  await at(reportPaths.ledger)
  await hands.press('Voer een eerdere rapportage in')
  await mark()
  await at(reportPaths.joint({ kind: 'caseload' }, { year: lastYear, half: null }))
  await mark()
  await at(reportPaths.reportOfYear(organisationId, lastYear))
  await page.getByText('Samen met een collega').click()
  await hands.press('Voeg een aanbeveling toe')
  await mark()
  await page.getByRole('button', { name: 'Stel vast' }).click()
  await page.getByRole('alertdialog').waitFor()
  await mark()
  await hands.press('Stel de rapportage vast')
  await page
    .getByText(/^Vastgesteld op/)
    .first()
    .waitFor()
  for (const name of ['Bewaar als PDF', 'Bewaar als spreadsheet']) {
    await hands.press(name)
    await page
      .getByText(/^Bewaard als /)
      .first()
      .waitFor({ timeout: 30_000 })
  }
  await at(invoicePaths.all)
  await mark()
  await at(invoicePaths.hours(lastYear, 1))
  await mark()
  await at(invoicePaths.yearly(lastYear))
  await mark()
  await page
    .getByRole('button', { name: /^Maak factuur voor/ })
    .first()
    .click()
  await page.getByRole('alertdialog').getByRole('button', { name: /^Maak/ }).click()
  await page.getByRole('link', { name: 'Bekijk de factuur' }).click()
  await page.getByRole('heading', { level: 1, name: /^Factuur/ }).waitFor()
  await mark()
  await hands.press('Bewaar als PDF')
  await page
    .getByText(/^Bewaard als /)
    .first()
    .waitFor({ timeout: 30_000 })
}

async function searchAndPalette({ page, hands, markers, at, mark }: Walk): Promise<void> {
  await at('/vandaag')
  await mark()
  await at('/casussen')
  await mark()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await markers.fill(page, 'zoek of doe')
  // Filling in takes the focus away, and Escape goes where the focus is.
  await page.getByRole('dialog').locator('input').first().press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await hands.goTo('Vandaag')
}

/** Somebody calls: what is typed while she talks, kept as a contact of the case. */
async function conversation({ page, hands, markers, at }: Walk, caseId: string): Promise<void> {
  await at(casePaths.case(caseId))
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Notitie van het gesprek' }).waitFor()
  await markers.fill(page, 'in gesprek')
  await page.keyboard.press('F2')
  await page.getByRole('heading', { level: 1, name: 'Wat wil je bewaren?' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Notitie van het gesprek' }).waitFor()
  await hands.press('Beëindig gesprek')
  await hands.press('Bewaar contact')
  await hands.heading('Tijdlijn')
}

/**
 * Makes a vault and goes past every screen, typing into every field and saving what can be saved, as an advisor with too
 * much time would. The register file that an open dialog answers with holds at least one location, and the folder with
 * which it answers takes backups. Answers how to open the vault, and the case that is closed by now.
 */
export async function walkEveryScreen(walk: Walk): Promise<{ passphrase: string; caseId: string }> {
  const passphrase = await makeVault(walk)
  await settings(walk)
  const organisationId = await organisation(walk)
  const caseId = await caseFile(walk)
  await conversation(walk, caseId)
  await activity(walk)
  await documents(walk, organisationId)
  await walkSecurity(walk, caseId, passphrase)
  await searchAndPalette(walk)
  return { passphrase, caseId }
}
