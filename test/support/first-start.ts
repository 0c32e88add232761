import { type Page } from 'playwright'

/** A passphrase that the screen accepts. */
export const SCREEN_PASSPHRASE = 'kelder zwaluw 48 bedaarde lantaarn'

/** Makes a vault through the screen, as on the first day, and waits until the frame stands. Answers its recovery key. */
export async function makeVaultOnScreen(page: Page, advisorName = 'Proefpersoon Adviseur'): Promise<string> {
  await page.getByLabel('Je naam').fill(advisorName)
  await page.getByLabel('Wachtzin', { exact: true }).fill(SCREEN_PASSPHRASE)
  await page.getByLabel('Wachtzin, nog een keer').fill(SCREEN_PASSPHRASE)
  await page.getByRole('button', { name: 'Ga verder' }).click()
  const kept = page.getByRole('button', { name: 'Ik heb hem bewaard' })
  await kept.waitFor()
  const groups = await page.getByRole('list', { name: 'De sleutel' }).getByRole('listitem').allInnerTexts()
  const recoveryKey = groups.join(' ')
  await kept.click()
  await page.getByLabel('Herstelsleutel').fill(recoveryKey)
  await page.getByRole('button', { name: 'Maak de kluis' }).click()
  await page.getByRole('navigation', { name: 'Onderdelen' }).waitFor()
  return recoveryKey
}

/** Opens the vault that {@link makeVaultOnScreen} made. */
export async function unlockOnScreen(page: Page): Promise<void> {
  await page.getByLabel('Wachtzin', { exact: true }).fill(SCREEN_PASSPHRASE)
  await page.getByRole('button', { name: 'Ontgrendel' }).click()
  await page.getByRole('navigation', { name: 'Onderdelen' }).waitFor()
}

/** Opens a vault with its recovery key, which needs no key derivation. */
export async function unlockWithRecoveryKey(page: Page, recoveryKey: string): Promise<void> {
  await page.getByRole('button', { name: /wachtzin kwijt/ }).click()
  await page.getByLabel('Herstelsleutel').fill(recoveryKey)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Onderdelen' }).waitFor()
}
