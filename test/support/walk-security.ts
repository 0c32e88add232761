import { paths as casePaths } from '../../renderer/features/case-file/paths.ts'
import { paths as securityPaths } from '../../renderer/features/security/paths.ts'
import { type Walk } from './walk.ts'

/** Past everything that keeps the vault safe: destruction, secrets, backups, the check of everything. */
export async function walkSecurity(
  { page, hands, at, mark }: Walk,
  caseId: string,
  ownPassphrase: string,
): Promise<void> {
  const { passphrase, rotate, recoveryKey, envelope } = securityPaths
  for (const place of [casePaths.destroy(caseId), casePaths.destroyPersons(caseId)]) {
    await at(place)
    await mark()
  }
  for (const place of [passphrase, rotate, recoveryKey, envelope]) {
    await at(place)
    await mark()
  }
  await at(securityPaths.all)
  await mark()
  await hands.press('Voeg een map toe')
  await hands.press('Maak nu een back-up')
  await page.getByRole('button', { name: /^Probeer een back-up uit/ }).click()
  await page.getByLabel('Je wachtzin').waitFor()
  await mark()
  await at(securityPaths.check)
  await mark()
  await hands.type('Je wachtzin', ownPassphrase)
  await hands.press('Controleer alles')
  await page.waitForURL((url) => url.hash === `#${securityPaths.checkResult}`, { timeout: 60_000 })
  await mark()
  await at(securityPaths.all)
  await page.getByRole('button', { name: /^Trek in/ }).click()
  await page.getByRole('heading', { level: 1, name: /^Trek in/ }).waitFor()
  await mark()
}
