import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SCREEN_PASSPHRASE } from '../test/support/first-start.ts'
import { type Hands } from './hands.ts'
import { type Stage } from './stage.ts'

/** A place for backups, a backup that Luwte proves, that backup tried out, and a check of everything. Answers its file. */
export async function keepSafe(stage: Stage, hands: Hands): Promise<string> {
  const { page } = stage
  await hands.goTo('Beveiliging')
  const folder = await stage.willChooseFolder('stick')
  await hands.press('Voeg een map toe')
  await page.getByText(/staat in de lijst/).waitFor()
  await hands.press('Maak nu een back-up')
  await page
    .getByText(/gelukt en teruggelezen/)
    .first()
    .waitFor()
  await stage.picture('back-up')
  await hands.press('Probeer een back-up uit: stick')
  await hands.type('Je wachtzin', SCREEN_PASSPHRASE)
  await hands.press('Open de back-up')
  await page.getByText(/ging open/).waitFor()
  await stage.picture('back-up-uitgeprobeerd')
  await hands.goTo('Beveiliging')
  await hands.press('Alles nu controleren')
  await hands.type('Je wachtzin', SCREEN_PASSPHRASE)
  await hands.press('Controleer alles')
  await page.getByText('Alles is heel', { exact: true }).waitFor()
  await stage.picture('alles-gecontroleerd')
  const name = readdirSync(folder).find((one) => /^luwte-.*\.luwte$/.test(one))
  if (name === undefined) throw new Error('there is no backup on the stick')
  return join(folder, name)
}

/** From the lock screen: puts a backup back beside the vault that is there, and opens that one. */
export async function putBack(stage: Stage, backup: string): Promise<void> {
  const { page } = stage
  await page.getByRole('button', { name: 'Zet een back-up terug' }).click()
  await stage.willChoosePath(backup)
  await page.getByRole('button', { name: 'Kies het back-upbestand' }).click()
  await page.getByText(/^Gekozen: luwte-/).waitFor()
  await page.getByLabel('Wachtzin van toen').fill(SCREEN_PASSPHRASE)
  await page.getByRole('button', { name: 'Zet deze back-up terug' }).click()
  await page.getByRole('heading', { level: 1, name: 'De back-up staat terug' }).waitFor()
  await stage.picture('back-up-teruggezet')
  await page.getByRole('button', { name: 'Terug', exact: true }).click()
  await page.getByText(/^Teruggezet: /).click()
  await page.getByLabel('Wachtzin', { exact: true }).fill(SCREEN_PASSPHRASE)
  await page.getByRole('button', { name: 'Ontgrendel', exact: true }).click()
  const navigation = page.getByRole('navigation', { name: 'Onderdelen' })
  const older = page.getByRole('button', { name: /^Ga toch verder/ })
  await navigation.or(older).first().waitFor()
  if (await older.isVisible()) await older.click()
  await navigation.waitFor()
}
