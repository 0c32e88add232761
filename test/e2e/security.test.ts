import { readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { type Page } from 'playwright'
import { readPdf } from '../documents/read-pdf.ts'
import { SCREEN_PASSPHRASE, unlockOnScreen, unlockWithRecoveryKey } from '../support/first-start.ts'
import { type RunningLuwte } from '../support/launch-electron.ts'
import { expect, test } from '../support/luwte-test.ts'
import { documentsFolder, openWith, saveIn, writableFolder } from '../support/on-screen.ts'
import { writeSmallPractice } from '../support/small-practice.ts'
import { layTemplateVault } from '../support/template-vault.ts'

const NEW_PASSPHRASE = 'zadel wolken 53 rustige vuurtoren'

async function typeSecret(page: Page, secret = SCREEN_PASSPHRASE): Promise<void> {
  await page.getByLabel('Je wachtzin').fill(secret)
}

async function goToSecurity(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Beveiliging' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Beveiliging' })).toBeVisible()
}

async function addPlace({ app, page }: RunningLuwte, folder: string): Promise<void> {
  await openWith(app, folder)
  await page.getByRole('button', { name: 'Voeg een map toe' }).click()
  await expect(page.getByText(/staat in de lijst\. Maak er nu/)).toBeVisible()
}

async function backUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Maak nu een back-up' }).click()
  await expect(page.getByText(/gelukt en teruggelezen/).first()).toBeVisible({ timeout: 30_000 })
}

const backupsIn = (folder: string) => readdirSync(folder).filter((name) => /^luwte-.*\.luwte$/.test(name))

const keyOnScreen = async (page: Page) =>
  (await page.getByRole('list', { name: 'De sleutel' }).getByRole('listitem').allInnerTexts()).join('-')

/** Gives the program a printer that keeps what it is sent; the answer reads the last sheet. */
async function printOnPaper({ app }: RunningLuwte): Promise<() => Promise<Uint8Array>> {
  await app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents()
    if (contents === undefined) return
    contents.getPrintersAsync = () => Promise.resolve([{ name: 'proef' } as Electron.PrinterInfo])
    contents.print = (_options, done) => {
      void contents.printToPDF({ preferCSSPageSize: false, pageSize: 'A4' }).then((sheet) => {
        Object.assign(globalThis, { sheetOnPaper: sheet.toString('base64') })
        done?.(true, '')
      })
    }
  })
  return async () => {
    const text = await app.evaluate(() => String(Reflect.get(globalThis, 'sheetOnPaper')))
    return new Uint8Array(Buffer.from(text, 'base64'))
  }
}

test('asks for a place, makes a backup there that it proves, tries it out, and says so', async ({
  launch,
  profile,
}) => {
  const { caseId } = await writeSmallPractice(profile)
  const stick = writableFolder(profile, 'stick')
  const luwte = await launch()
  const { page } = luwte
  await unlockOnScreen(page)
  await expect(page.getByText('Er is nog geen back-up van je casussen.')).toBeVisible()
  await page.getByRole('link', { name: 'nog geen back-up: stel er een in' }).click()
  await expect(page.getByText('Er is nog geen back-up. Kies een map')).toBeVisible()
  await addPlace(luwte, stick)
  await backUp(page)
  await expect(page.getByText(/^Alles staat in de back-up van vandaag \d\d:\d\d\.$/)).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText(/back-up vandaag \d\d:\d\d, bewezen/)
  expect(backupsIn(stick)).toHaveLength(1)

  await page.getByRole('button', { name: 'Probeer een back-up uit: stick' }).click()
  await page.getByRole('button', { name: 'Open de back-up' }).click()
  await expect(page.getByText('Vul je wachtzin in.')).toBeVisible()
  await typeSecret(page, 'een heel andere zin')
  await page.getByRole('button', { name: 'Open de back-up' }).click()
  await expect(page.getByText(/past niet/)).toBeVisible({ timeout: 20_000 })
  await typeSecret(page)
  await page.getByRole('button', { name: 'Open de back-up' }).click()
  await expect(page.getByText(/ging open: \d+ onderdelen gelezen/)).toBeVisible({ timeout: 20_000 })

  await page.evaluate((id) => (window.location.hash = `/casussen/${id}`), caseId)
  await page.getByLabel('Nieuwe notitie').fill('Nog even gebeld.')
  await page.getByRole('button', { name: 'Bewaar contact' }).click()
  await goToSecurity(page)
  await expect(page.getByText(/^Er is sinds de back-up van vandaag/)).toBeVisible()
  await page.getByRole('button', { name: 'Haal uit de lijst: stick' }).click()
  await typeSecret(page)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Haal uit de lijst' }).click()
  await expect(page.getByRole('table', { name: 'Mappen voor back-ups' })).toHaveCount(0, { timeout: 20_000 })
  expect(backupsIn(stick)).toHaveLength(1)
})

test('makes a backup by itself after unlocking, and says nothing but when', async ({ launch, profile }) => {
  await writeSmallPractice(profile)
  const stick = writableFolder(profile, 'stick')
  const first = await launch()
  await unlockOnScreen(first.page)
  await goToSecurity(first.page)
  await addPlace(first, stick)
  expect(backupsIn(stick)).toHaveLength(0)
  await first.stop()

  const { page } = await launch()
  await unlockOnScreen(page)
  await expect(page.getByRole('contentinfo')).toContainText(/back-up vandaag \d\d:\d\d, bewezen/, {
    timeout: 30_000,
  })
  expect(backupsIn(stick)).toHaveLength(1)
  await expect(page.getByRole('heading', { level: 1, name: 'Vandaag' })).toBeVisible()
  await expect(page.getByText('gelukt en teruggelezen')).toHaveCount(0)
})

test('changes the passphrase, and opens with the new one only', async ({ launch, profile }) => {
  await writeSmallPractice(profile)
  const first = await launch()
  await unlockOnScreen(first.page)
  await goToSecurity(first.page)
  await first.page.getByRole('button', { name: 'Verander je wachtzin' }).click()
  await expect(first.page.getByText('Oudere back-ups gaan nog open met je oude wachtzin.')).toBeVisible()
  await first.page.getByLabel('Nieuwe wachtzin', { exact: true }).fill('kort')
  await first.page.getByLabel('Nieuwe wachtzin, nog een keer').fill('kort')
  await first.page.getByLabel('Huidige wachtzin').fill(SCREEN_PASSPHRASE)
  await first.page.getByRole('button', { name: 'Verander wachtzin' }).click()
  await expect(first.page.getByText('Deze wachtzin is te makkelijk te raden. Kies een langere')).toBeVisible()
  await first.page.getByLabel('Nieuwe wachtzin', { exact: true }).fill(NEW_PASSPHRASE)
  await first.page.getByLabel('Nieuwe wachtzin, nog een keer').fill(NEW_PASSPHRASE)
  await first.page.getByRole('button', { name: 'Verander wachtzin' }).click()
  await expect(first.page.getByText('Je wachtzin is veranderd.')).toBeVisible({ timeout: 30_000 })
  await first.stop()

  const { page } = await launch()
  await page.getByLabel('Wachtzin', { exact: true }).fill(SCREEN_PASSPHRASE)
  await page.getByRole('button', { name: 'Ontgrendel', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('past niet', { timeout: 20_000 })
  await page.getByLabel('Wachtzin', { exact: true }).fill(NEW_PASSPHRASE)
  await page.getByRole('button', { name: 'Ontgrendel', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Onderdelen' })).toBeVisible({ timeout: 20_000 })
})

test('draws an emergency envelope with a key of its own, has it typed back, and can revoke it', async ({
  launch,
  profile,
}) => {
  const recoveryKey = await layTemplateVault(profile)
  const documents = documentsFolder(profile)
  const luwte = await launch()
  const { app, page } = luwte
  await saveIn(app, documents)
  await unlockWithRecoveryKey(page, recoveryKey)
  await goToSecurity(page)
  await page.getByRole('button', { name: 'Maak een noodenvelop' }).click()
  await page.getByRole('button', { name: 'Gebruik de herstelsleutel' }).click()
  await page.getByLabel('Herstelsleutel').fill(recoveryKey)
  await page.getByRole('button', { name: 'Toon de sleutel van de envelop' }).click()
  await expect(page.getByText('Vul dit in; zonder dit helpt de envelop niemand.')).toHaveCount(3)
  await page.getByLabel('Wie moet iemand bellen?').fill('Proefpersoon B, waarnemer')
  await page.getByLabel('Waar staat de computer?').fill('In de bovenste la.')
  await page.getByLabel('Wat moet er gebeuren?').fill('Bel de organisaties uit de lijst.')
  await page.getByRole('button', { name: 'Toon de sleutel van de envelop' }).click()
  await page.getByRole('heading', { level: 1, name: 'De sleutel van de noodenvelop' }).waitFor()
  const key = await keyOnScreen(page)
  await expect(page.getByRole('img', { name: 'Het blad zoals het geprint wordt' })).toBeVisible()
  await page.getByRole('button', { name: 'Print het blad' }).click()
  await expect(page.getByText(/^Luwte vindt geen printer op deze computer\./)).toBeVisible({
    timeout: 20_000,
  })
  const paper = await printOnPaper(luwte)
  await page.getByRole('button', { name: 'Print het blad' }).click()
  await expect(page.getByText(/^Het blad is naar de printer gestuurd\./)).toBeVisible({ timeout: 20_000 })
  const printed = await readPdf(await paper())
  expect(printed.pages).toHaveLength(1)
  // A picture of the sheet and nothing of the screen around it.
  expect(printed.text).toBe('')
  await page.getByRole('button', { name: 'Bewaar de noodenvelop als PDF' }).click()
  await expect(page.getByText('Bewaard als luwte-noodenvelop.pdf.')).toBeVisible({ timeout: 20_000 })
  const { text } = await readPdf(new Uint8Array(readFileSync(join(documents, 'luwte-noodenvelop.pdf'))))
  expect(text).toContain('Bel eerst Proefpersoon B, waarnemer')
  for (const group of key.split('-')) expect(text).toContain(group)
  const [, mark = ''] = /Kenmerk van deze sleutel: (\w{4})\./.exec(text) ?? []

  await page.getByRole('button', { name: 'Ik heb hem bewaard' }).click()
  await page.getByLabel('Herstelsleutel').fill(key.replace(/.$/, (last) => (last === '0' ? '1' : '0')))
  await page.getByRole('button', { name: 'Neem de sleutel in gebruik' }).click()
  await expect(page.getByText('Groep 11 klopt niet.')).toBeVisible()
  await page.getByLabel('Herstelsleutel').fill(key)
  await page.getByRole('button', { name: 'Neem de sleutel in gebruik' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'De noodenvelop is klaar' })).toBeVisible({
    timeout: 20_000,
  })
  await goToSecurity(page)
  await expect(page.getByText(/^Laatst gemaakt: vandaag/)).toBeVisible()
  await page.getByRole('button', { name: `Trek in: Noodenvelop, kenmerk ${mark}` }).click()
  await page.getByRole('button', { name: 'Gebruik de herstelsleutel' }).click()
  await page.getByLabel('Herstelsleutel').fill(key)
  await page.getByRole('button', { name: 'Trek de sleutel in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Beveiliging' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('button', { name: /^Trek in: Noodenvelop/ })).toHaveCount(0)
  await expect(page.getByText(/^Je hebt nog geen noodenvelop/)).toBeVisible()
  await luwte.stop()

  const again = await launch()
  await again.page.getByRole('button', { name: /wachtzin kwijt/ }).click()
  await again.page.getByLabel('Herstelsleutel').fill(key)
  await again.page.keyboard.press('Enter')
  await expect(again.page.getByRole('alert')).toContainText('hoort niet bij deze kluis')
})

test('destroys a case in a place in reach, names the copy that is away, and closes when that is gone', async ({
  launch,
  profile,
}) => {
  test.setTimeout(120_000)
  const { caseId } = await writeSmallPractice(profile)
  const documents = documentsFolder(profile)
  const stick = writableFolder(profile, 'stick')
  const drawer = writableFolder(profile, 'lade')
  const luwte = await launch()
  const { app, page } = luwte
  await saveIn(app, documents)
  await unlockOnScreen(page)
  await goToSecurity(page)
  await addPlace(luwte, stick)
  await addPlace(luwte, drawer)
  await backUp(page)
  const [away = ''] = backupsIn(drawer)
  renameSync(drawer, `${drawer}-weg`)

  await page.evaluate((id) => (window.location.hash = `/casussen/${id}`), caseId)
  const reference = await page.getByText(/^[A-Z]{4}-\d\d · /).innerText()
  await page.getByRole('button', { name: 'Vernietigen' }).click()
  await page.getByRole('button', { name: 'Vernietig namen' }).click()
  await typeSecret(page)
  await page.getByRole('button', { name: 'Vernietig de namen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'De namen zijn vernietigd' })).toBeVisible({
    timeout: 30_000,
  })
  await page.getByRole('link', { name: 'Terug naar de casus' }).click()
  await page.getByRole('button', { name: 'Personen' }).click()
  await expect(page.getByText('Er zijn geen namen vastgelegd.')).toBeVisible()

  await page.getByRole('button', { name: 'Vernietigen' }).click()
  await page.getByRole('button', { name: 'Vernietig casus' }).click()
  await page.getByText('De bewaartermijn is voorbij').click()
  await typeSecret(page)
  await page.getByRole('button', { name: 'Vernietig de casus' }).click()
  await expect(page.getByText('Deze casus is nog open.')).toBeVisible({ timeout: 20_000 })
  await page.getByText(/^Op verzoek van de melder/).click()
  await page.getByRole('button', { name: 'Vernietig de casus' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'De casus is vernietigd' })).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByText(`lade: ${away}`)).toBeVisible()
  await page.getByText('E-mail: gewist, ook uit de prullenbak').click()

  await page.getByRole('link', { name: 'Naar Beveiliging' }).click()
  await page.getByRole('button', { name: `Deze kopie is weg: ${away}` }).click()
  await typeSecret(page)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Deze kopie is weg' }).click()
  await expect(page.getByRole('heading', { name: 'Nog niet afgerond' })).toHaveCount(0, { timeout: 20_000 })
  await page
    .getByRole('row')
    .filter({ hasText: 'casus' })
    .getByRole('button', { name: /^Bewaar de verklaring/ })
    .click()
  const name = `vernietiging-${reference.slice(0, 7)}.pdf`
  await expect(page.getByText(`Bewaard als ${name}.`)).toBeVisible({ timeout: 20_000 })
  const { text } = await readPdf(new Uint8Array(readFileSync(join(documents, name))))
  expect(text).toContain('Afgerond:')
  expect(text).toContain(away)
})
