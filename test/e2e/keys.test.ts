import { type ElectronApplication } from 'playwright'
import { expect, test } from '../support/luwte-test.ts'

/** Lets the program's own clock jump, as if nobody had touched it meanwhile. */
async function letMinutesPass(app: ElectronApplication, minutes: number): Promise<void> {
  await app.evaluate((_electron, milliseconds) => {
    const real = performance.now.bind(performance)
    Object.defineProperty(performance, 'now', { value: () => real() + milliseconds, configurable: true })
  }, minutes * 60_000)
}

test('goes to every area by its number and to what is typed by Ctrl+K', async ({ opened: { page } }) => {
  const areas = [
    ...['Vandaag', 'Casussen', 'Organisaties', 'Uren', 'Rapportages', 'Facturen'],
    ...['Beveiliging', 'Instellingen'],
  ]
  for (const [index, area] of areas.entries()) {
    await page.keyboard.press(`Control+${index + 1}`)
    await expect(page.getByRole('link', { name: area, exact: true })).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('vandaag')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Vandaag' })).toBeVisible()
})

test('shows all keys with F1 and puts them away with one Escape', async ({ opened: { page } }) => {
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: 'Toetsen' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('iets')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: 'Vandaag' })).toBeVisible()
})

test('warns before it locks, and stays open when asked', async ({ opened: { app, page } }) => {
  await letMinutesPass(app, 4.6)
  const warning = page.getByRole('alertdialog', { name: 'Luwte vergrendelt zo' })
  await expect(warning).toBeVisible()
  await page.getByRole('button', { name: 'Blijf werken' }).press('Enter')
  await expect(warning).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: 'Vandaag' })).toBeVisible()
})
