import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type AxeResults } from 'axe-core'
import { type Page } from 'playwright'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { paths as casePaths } from '../../renderer/features/case-file/paths.ts'
import { paths as hoursPaths } from '../../renderer/features/hours/paths.ts'
import { paths as invoicePaths } from '../../renderer/features/invoices/paths.ts'
import { paths as organisationPaths } from '../../renderer/features/organisations/paths.ts'
import { paths as reportPaths } from '../../renderer/features/reports/paths.ts'
import { paths as securityPaths } from '../../renderer/features/security/paths.ts'
import { makeVaultOnScreen, SCREEN_PASSPHRASE, unlockOnScreen } from '../support/first-start.ts'
import { expect, test } from '../support/luwte-test.ts'
import { type SmallPractice, writeSmallPractice } from '../support/small-practice.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const lastYear = new Date().getFullYear() - 1

/** All of A and AA that a program can judge; and what depends on colour alone, to look at in other colours. */
const ALL = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }
const COLOUR = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

const LOOKS = [
  {
    look: 'light',
    media: { colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' },
    rules: ALL,
  },
  {
    look: 'dark',
    media: { colorScheme: 'dark', forcedColors: 'none', contrast: 'no-preference' },
    rules: COLOUR,
  },
  {
    look: 'more contrast',
    media: { colorScheme: 'light', forcedColors: 'none', contrast: 'more' },
    rules: COLOUR,
  },
  {
    look: 'forced colours',
    media: { colorScheme: 'dark', forcedColors: 'active', contrast: 'more' },
    rules: COLOUR,
  },
] as const

/**
 * What axe finds wrong on the screen as it stands, in each look: rule, element and why. Rules of `except` are left out,
 * where what a rule sees is meant to be so.
 */
async function violations(page: Page, screen: string, except: readonly string[] = []): Promise<string[]> {
  const found: string[] = []
  for (const { look, media, rules } of LOOKS) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    if (media.forcedColors === 'active') await writeOutTextColours(page)
    const { violations: broken } = await page.evaluate(
      (options) =>
        (Reflect.get(window, 'axe') as { run(options: unknown): Promise<AxeResults> }).run(options),
      rules,
    )
    if (media.forcedColors === 'active') await takeBackTextColours(page)
    for (const { id, nodes } of broken.filter((each) => !except.includes(each.id)))
      for (const { html, failureSummary } of nodes)
        found.push(`${screen}, ${look}: ${id} ${html.slice(0, 160)} ${failureSummary ?? ''}`)
  }
  return found
}

/**
 * With forced colours Chromium draws text in the colour of the system, but still names the page's own colour as the one
 * in which letters are filled, and that is what axe reads. This names the colour that is drawn.
 */
async function writeOutTextColours(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('body, body *'))
      each.style.setProperty('-webkit-text-fill-color', getComputedStyle(each).color)
  })
}

async function takeBackTextColours(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('body, body *'))
      each.style.removeProperty('-webkit-text-fill-color')
  })
}

function pointsAtChoice(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
    return document.getElementById(id) !== null
  })
}

function placesOf(ids: SmallPractice): string[] {
  return [
    ...['/vandaag', '/casussen', '/casussen/nieuw', '/instellingen', '/nergens'],
    ...[ids.caseId, ids.closedCaseId].map((id) => casePaths.case(id)),
    ...[casePaths.details, casePaths.persons, casePaths.closing].map((path) => path(ids.caseId)),
    casePaths.entry(ids.caseId, ids.entryId),
    ...[casePaths.destroy, casePaths.destroyPersons].map((path) => path(ids.caseId)),
    ...[securityPaths.all, securityPaths.passphrase, securityPaths.rotate, securityPaths.recoveryKey],
    ...[securityPaths.revoke(2), securityPaths.envelope, securityPaths.drill('none')],
    ...[organisationPaths.all, organisationPaths.newOrganisation],
    ...[ids.organisationId, ids.bareOrganisationId].map((id) => organisationPaths.organisation(id)),
    ...[organisationPaths.details, organisationPaths.contract, organisationPaths.newLocation].map((path) =>
      path(ids.organisationId),
    ),
    organisationPaths.location(ids.organisationId, ids.locationId),
    organisationPaths.register(ids.organisationId),
    ...[hoursPaths.all, hoursPaths.newActivity, hoursPaths.year(lastYear)],
    hoursPaths.activity(ids.activityId),
    ...[invoicePaths.all, invoicePaths.yearly(lastYear), invoicePaths.hours(lastYear, 2)],
    invoicePaths.invoice(ids.invoiceId),
    ...[reportPaths.all, reportPaths.year(lastYear)],
    ...[lastYear, lastYear - 1].map((year) => reportPaths.reportOfYear(ids.organisationId, year)),
    reportPaths.joint({ kind: 'group', groupId: ids.groupId }, wholeYear(lastYear)),
    reportPaths.joint({ kind: 'caseload' }, wholeYear(lastYear)),
  ]
}

test('has no fault that a program can see on any screen, in light, dark and high contrast', async ({
  launch,
  profile,
}) => {
  test.setTimeout(180_000)
  const places = placesOf(await writeSmallPractice(profile))
  const { page } = await launch()
  await page.evaluate(axeSource)
  const found: string[] = []
  const look = async (screen: string) => found.push(...(await violations(page, screen)))

  await page.getByLabel('Wachtzin', { exact: true }).fill('een heel andere zin')
  await page.getByRole('button', { name: 'Ontgrendel', exact: true }).click()
  await page.getByRole('alert').waitFor()
  await look('ontgrendelen')
  await unlockOnScreen(page)
  for (const place of places) {
    await page.evaluate((hash) => (window.location.hash = hash), place)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    // What the screen shows is fetched first.
    await page.waitForTimeout(150)
    await look(place)
  }
  expect(found).toEqual([])
})

test('has none on what opens over a screen or appears while typing', async ({ launch, profile }) => {
  test.setTimeout(120_000)
  const { caseId, organisationId } = await writeSmallPractice(profile)
  const { page } = await launch()
  await page.evaluate(axeSource)
  const found: string[] = []
  const look = async (screen: string, except?: string[]) =>
    found.push(...(await violations(page, screen, except)))
  const at = async (place: string) => {
    await page.evaluate((hash) => (window.location.hash = hash), place)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  }
  await unlockOnScreen(page)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('fanta')
  await page.getByRole('dialog').waitFor()
  await page.getByRole('menuitem', { name: 'Kinderopvang Fantasia' }).waitFor()
  // The field points at the choice that Enter takes, a moment after the choices changed.
  await expect.poll(() => pointsAtChoice(page)).toBe(true)
  // What stands small beside a choice describes it and is no part of its name.
  await look('zoek of doe', ['label-content-name-mismatch'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await page.getByRole('dialog').waitFor()
  await look('toetsen')
  await page.keyboard.press('Escape')

  await at('/casussen/nieuw')
  await page.getByRole('button', { name: 'Begin casus' }).click()
  await page.getByText('Er klopt nog iets niet').waitFor()
  await look('nieuwe melding met fouten')
  await page.getByRole('combobox', { name: 'Waarover' }).fill('pest')
  await page.getByRole('option', { name: 'Pesten' }).waitFor()
  // While the list is open the rest is hidden from a screen reader; Tab shuts the list before it goes anywhere.
  await look('keuzelijst', ['aria-hidden-focus'])
  await page.getByRole('option', { name: 'Pesten' }).click()
  await page.getByRole('button', { name: /^Wie meldt|Wie meldt$/ }).click()
  await page.getByRole('option').first().waitFor()
  await look('korte keuzelijst')
  await page.keyboard.press('Escape')

  await at(casePaths.case(caseId))
  await page.getByText('Stap', { exact: true }).click()
  await page
    .getByRole('button', { name: /^Verwijder/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Zet terug' }).waitFor()
  await look('stap en melding onderaan')

  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Notitie van het gesprek' }).fill('Zij vertelt.')
  await look('in gesprek')
  await page.keyboard.press('F2')
  await page.getByRole('button', { name: 'Bewaar contact' }).waitFor()
  await look('einde van een gesprek')
  await page.getByRole('button', { name: 'Bewaar contact' }).click()
  await page.getByRole('heading', { level: 2, name: 'Tijdlijn' }).waitFor()

  await at(reportPaths.reportOfYear(organisationId, lastYear))
  await page.getByRole('button', { name: 'Stel vast' }).click()
  await page.getByRole('alertdialog').waitFor()
  await look('rapportage vaststellen')
  await page.keyboard.press('Escape')
  await at(invoicePaths.yearly(lastYear))
  await page
    .getByRole('button', { name: /^Maak factuur voor/ })
    .first()
    .click()
  await page.getByRole('alertdialog').waitFor()
  await look('factuur maken')
  expect(found).toEqual([])
})

test('has none from the first start until the vault is made', async ({ luwte: { page } }) => {
  await page.evaluate(axeSource)
  const found: string[] = []
  const look = async (screen: string) => found.push(...(await violations(page, screen)))
  await page.getByLabel('Je naam').waitFor()
  await look('eerste start')
  await page.getByRole('button', { name: 'Zet een back-up terug' }).click()
  await page.getByRole('button', { name: 'Zet deze back-up terug' }).click()
  await page.getByRole('alert').waitFor()
  await look('back-up terugzetten')
  await page.getByRole('button', { name: 'Terug', exact: true }).click()
  await page.getByLabel('Wachtzin', { exact: true }).fill('kort')
  await page.getByRole('button', { name: 'Ga verder' }).click()
  await page.getByText('Vul je naam in.').waitFor()
  await look('eerste start met fouten')
  await page.getByLabel('Je naam').fill('Proefpersoon Adviseur')
  await page.getByLabel('Wachtzin', { exact: true }).fill(SCREEN_PASSPHRASE)
  await page.getByLabel('Wachtzin, nog een keer').fill(SCREEN_PASSPHRASE)
  await page.getByRole('button', { name: 'Ga verder' }).click()
  await page.getByRole('button', { name: 'Ik heb hem bewaard' }).waitFor()
  await look('herstelsleutel')
  await page.getByRole('button', { name: 'Ik heb hem bewaard' }).click()
  await page.getByLabel('Herstelsleutel').fill('AAAA')
  await look('herstelsleutel overtypen')
  expect(found).toEqual([])
})

test('would be told of a fault', async ({ luwte: { page } }) => {
  await makeVaultOnScreen(page)
  await page.evaluate(axeSource)
  await page.evaluate(() => {
    const faint = document.createElement('p')
    faint.textContent = 'Nauwelijks te lezen'
    faint.style.cssText = 'color: #bbb; background: #fff'
    document.querySelector('main')?.append(faint, document.createElement('button'))
  })
  const found = await violations(page, 'proef')
  expect(found.some((each) => each.includes('color-contrast'))).toBe(true)
  expect(found.some((each) => each.includes('button-name'))).toBe(true)
})
