import type { ElectronApplication, Page } from 'playwright'
import { expect, test } from '../../support/luwte-test.ts'

const told = 'Proefpersoon A belde huilend.'

test('takes text that was copied in the page from the clipboard after half a minute', async ({ luwte }) => {
  const { app, page } = luwte
  await copyInPage(page)
  await expect.poll(() => onClipboard(app)).toBe(told)
  await page.waitForTimeout(1000)
  expect(await onClipboard(app)).toBe(told)
  await letTimePass(app, 30)
  await expect.poll(() => onClipboard(app)).toBe('')
})

test('leaves alone what was copied in another program', async ({ luwte }) => {
  const { app, page } = luwte
  await copyInPage(page)
  await expect.poll(() => onClipboard(app)).toBe(told)
  await page.waitForTimeout(1000)
  await copyElsewhere(app, 'een boodschappenlijst')
  await letTimePass(app, 30)
  await page.waitForTimeout(1000)
  expect(await onClipboard(app)).toBe('een boodschappenlijst')
})

test('leaves the clipboard alone when nothing was selected to copy', async ({ luwte }) => {
  const { app, page } = luwte
  await copyElsewhere(app, 'een boodschappenlijst')
  await page.getByLabel('Je naam').click()
  await page.keyboard.press('ControlOrMeta+C')
  await letTimePass(app, 30)
  await page.waitForTimeout(1000)
  expect(await onClipboard(app)).toBe('een boodschappenlijst')
})

test('clears what was copied when it locks, before the program ends', async ({ luwte }) => {
  const { app, page } = luwte
  await copyInPage(page)
  await expect.poll(() => onClipboard(app)).toBe(told)
  let said = ''
  app.process().stdout?.on('data', (data: Buffer) => (said += data.toString()))
  await app.evaluate(({ clipboard }) => {
    const clear = clipboard.clear.bind(clipboard)
    clipboard.clear = () => {
      clear()
      process.stdout.write('the clipboard was cleared\n')
    }
  })
  await page.evaluate(() => window.host.lock()).catch(() => undefined)
  await luwte.ended()
  expect(said).toContain('the clipboard was cleared')
})

/** Types something into a field and copies it, as one does by keyboard. */
async function copyInPage(page: Page): Promise<void> {
  await page.getByLabel('Je naam').fill(told)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+C')
}

function onClipboard(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText())
}

function copyElsewhere(app: ElectronApplication, text: string): Promise<void> {
  return app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
}

/** Moves the monotonic clock of the main process forward. */
async function letTimePass(app: ElectronApplication, seconds: number): Promise<void> {
  await app.evaluate((_electron, milliseconds) => {
    const real = performance.now.bind(performance)
    Object.defineProperty(performance, 'now', { value: () => real() + milliseconds, configurable: true })
  }, seconds * 1000)
}
