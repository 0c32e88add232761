import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, type Page } from 'playwright'
import { ownByUser } from '../../electron/runtime/unprivileged-user.ts'
import { launchLuwte, makeProfile, removeProfile } from '../support/launch-electron.ts'
import { expect, test } from '../support/luwte-test.ts'
import { documentsFolder, openWith, saveIn } from '../support/on-screen.ts'
import { fillVault, lastYear, openReport } from '../support/vault-to-report.ts'

const MERGE = 'Tel de bijdrage van een collega mee'
const WORDS = 'De woorden die jullie afspraken'

/** Opens the file that the system's window will answer, with these words. */
async function openFile(app: ElectronApplication, page: Page, path: string, words: string): Promise<void> {
  await openWith(app, path)
  await page.getByRole('button', { name: /^Kies (het|een ander) bestand$/ }).click()
  await page.getByRole('textbox', { name: WORDS }).fill(words)
  await page.getByRole('button', { name: 'Open de bijdrage' }).click()
}

test('counts what a colleague counted in one report, and refuses the file to whoever made it', async ({
  launch,
  profile,
}) => {
  // Two programs, and keys that are made out of words on purpose slowly.
  test.setTimeout(90_000)
  const theirs = makeProfile()
  const [ownKey, theirKey] = [await fillVault(profile, 6), await fillVault(theirs, 4, 'Proefpersoon Collega')]
  const colleague = await launchLuwte({ profile: theirs })
  const folder = documentsFolder(theirs)
  let words = ''
  try {
    const { app, page } = colleague
    await openReport(page, theirKey)
    await page.getByRole('button', { name: 'Samen met een collega' }).click()
    await page.getByRole('button', { name: 'Maak een bijdrage voor een collega' }).click()
    await page.getByRole('textbox', { name: WORDS }).fill('  te   kort  ')
    await page.getByRole('button', { name: 'Bewaar de bijdrage als bestand' }).click()
    await expect(page.getByText(/samen ten minste twaalf letters en cijfers/)).toBeVisible()
    await expect(page.getByRole('textbox', { name: WORDS })).toHaveValue('  te   kort  ')
    await page.getByRole('button', { name: 'Stel zes woorden voor' }).click()
    await expect(page.getByRole('textbox', { name: WORDS })).toHaveValue(/^(\S+ ){5}\S+$/)
    words = await page.getByRole('textbox', { name: WORDS }).inputValue()
    await saveIn(app, folder)
    await page.getByRole('button', { name: 'Bewaar de bijdrage als bestand' }).click()
    await expect(page.getByText(/^Bewaard als bijdrage-\d{4}-\d\d-\d\d\.luwte\./)).toBeVisible()
    await expect(page.getByText('Je collega maakt deze rapportage')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Stel vast' })).toHaveCount(0)
    await page.getByRole('button', { name: /^Niemand kreeg de bijdrage over/ }).click()
    await page.getByRole('button', { name: 'Annuleer' }).click()
    await page.getByRole('button', { name: 'Maak een bijdrage voor een collega' }).click()
    await page.getByRole('button', { name: MERGE }).click()
    await openFile(app, page, join(folder, readdirSync(folder)[0] ?? ''), words)
    await expect(page.getByText(/^Deze bijdrage heb je zelf gemaakt\./)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Tel deze bijdrage mee' })).toHaveCount(0)
  } finally {
    await colleague.stop()
  }
  const file = join(documentsFolder(profile), 'bijdrage.luwte')
  copyFileSync(join(folder, readdirSync(folder)[0] ?? ''), file)
  ownByUser(file)
  removeProfile(theirs)

  const { app, page } = await launch()
  await openReport(page, ownKey)
  const pages = page.getByRole('region', { name: 'Zo wordt de rapportage' })
  await expect(pages).toContainText(`In ${lastYear} kwamen 6 melders bij mij.`)
  await page.getByRole('button', { name: 'Samen met een collega' }).click()
  await page.getByRole('button', { name: MERGE }).click()
  await openFile(app, page, file, ` ${words.toUpperCase()} `)
  await expect(page.getByText('Proefpersoon Collega', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Tel deze bijdrage mee' }).click()
  await expect(pages).toContainText(`In ${lastYear} kwamen 10 melders bij ons.`)
  await expect(pages).toContainText('de meldingen van twee vertrouwenspersonen samen')
  await expect(page.getByText('Nu tellen jouw meldingen en die van 1 collega.')).toBeVisible()
  await page.getByRole('button', { name: 'Haal de bijdrage van Proefpersoon Collega weg' }).click()
  await page.getByRole('button', { name: 'Haal de bijdrage weg' }).click()
  await expect(pages).toContainText(`In ${lastYear} kwamen 6 melders bij mij.`)
})
