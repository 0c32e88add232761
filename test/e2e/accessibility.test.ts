import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Page } from 'playwright'
import { makeVaultOnScreen } from '../support/first-start.ts'
import { expect, test } from '../support/luwte-test.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules of WCAG 2.1 A and AA that the screen breaks now, each with the first element that breaks it. */
async function violations(page: Page): Promise<string[]> {
  // Motion that is under way changes colours: the rules are about what stands there afterwards.
  await page.waitForTimeout(300)
  await page.evaluate(`${axe};0`)
  return page.evaluate<string[]>(`
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`)
}

test('breaks no rule of WCAG 2.1 AA before the vault is open', async ({ luwte: { page } }) => {
  await expect(page.getByLabel('Je naam')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page)).toEqual([])
  }
})

test('breaks no rule of WCAG 2.1 AA in any area, light or dark', async ({ luwte: { page } }) => {
  await makeVaultOnScreen(page)
  await page.keyboard.press('Control+n')
  await page.getByLabel('Notitie').fill('Belde over het rooster.')
  await page.getByRole('button', { name: 'Begin casus' }).click()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Organisatie', { exact: true }).fill('Kinderopvang Fantasia')
  await page.getByRole('button', { name: /Wie meldt$/ }).click()
  await page.getByRole('option', { name: 'Stagiair' }).click()
  await page.getByRole('combobox', { name: 'Waarover' }).fill('werkdruk')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Begin casus' }).click()
  await page.getByRole('heading', { level: 2, name: 'Tijdlijn' }).waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page)).toEqual([])
  }
  for (const area of [1, 2, 3, 4, 5, 6, 7]) {
    await page.keyboard.press(`Control+${area}`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page)).toEqual([])
    }
  }
})
