import type { ElectronApplication, Page } from 'playwright'
import { type RunningLuwte } from '../../support/launch-electron.ts'
import { expect, test } from '../../support/luwte-test.ts'
import { commandLine, isAlive } from '../../support/process-tree.ts'
import { startWithoutDriver } from '../../support/start-without-driver.ts'

test('ends every process of the program when Ctrl+L is pressed', async ({ luwte }) => {
  const before = luwte.processes()
  expect(before.some((pid) => commandLine(pid).includes('--type=renderer'))).toBe(true)
  expect(before.some((pid) => isVault(pid))).toBe(true)
  await luwte.page.keyboard.press('Control+KeyL').catch(() => undefined)
  await luwte.ended()
  await expect.poll(() => before.filter(isAlive)).toEqual([])
})

test('ends every process when the page asks to lock', async ({ luwte }) => {
  const before = luwte.processes()
  await luwte.page.evaluate(() => window.host.lock()).catch(() => undefined)
  await luwte.ended()
  await expect.poll(() => before.filter(isAlive)).toEqual([])
})

test('ends every process when the window is closed', async ({ luwte }) => {
  const before = luwte.processes()
  await luwte.app
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    .catch(() => undefined)
  await luwte.ended()
  await expect.poll(() => before.filter(isAlive)).toEqual([])
})

test('locks when nobody used it for five minutes, and warns half a minute before', async ({ luwte }) => {
  await luwte.page.mouse.move(100, 100)
  await luwte.page.mouse.move(200, 200)
  await collectEvents(luwte.page)
  await letTimePass(luwte.app, 4 * 60 + 25)
  await luwte.page.waitForTimeout(1200)
  expect(await eventsOf(luwte.page)).toEqual([])
  await letTimePass(luwte.app, 10)
  await expect.poll(() => eventsOf(luwte.page)).toEqual(['idle-warning'])
  await letTimePassUntilLocked(luwte, 30)
})

test('takes the warning back when somebody uses it after all', async ({ luwte }) => {
  await collectEvents(luwte.page)
  await luwte.page.keyboard.press('Tab')
  await letTimePass(luwte.app, 4 * 60 + 45)
  await expect.poll(() => eventsOf(luwte.page)).toEqual(['idle-warning'])
  await luwte.page.keyboard.press('Tab')
  await expect.poll(() => eventsOf(luwte.page)).toEqual(['idle-warning', 'idle-warning-over'])
  await letTimePass(luwte.app, 4 * 60)
  await luwte.page.waitForTimeout(1200)
  expect(luwte.processes().length).toBeGreaterThan(0)
})

test('stays open during a conversation, and locks when that has lasted as long as was said', async ({
  luwte,
}) => {
  await luwte.page.evaluate(() => window.host.pauseIdle({ minutes: 60 }))
  await letTimePass(luwte.app, 63 * 60)
  await luwte.page.waitForTimeout(1200)
  expect(luwte.processes().length).toBeGreaterThan(0)
  // More than the five minutes, for a window that settles may pass for somebody who moved the mouse.
  await letTimePassUntilLocked(luwte, 6 * 60)
})

test('locks a conversation when its window was minimised for five minutes', async ({ luwte }) => {
  // A window that is shown late says so late, and is then not minimised any more.
  await luwte.page.waitForTimeout(1500)
  await luwte.page.evaluate(() => window.host.pauseIdle({ minutes: 90 }))
  await luwte.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.emit('minimize')
  })
  await letTimePassUntilLocked(luwte, 6 * 60)
})

for (const [event, words] of [
  ['suspend', 'the computer goes to sleep'],
  ['lock-screen', 'the screen of the computer is locked'],
] as const) {
  test(`locks when ${words}`, async ({ luwte }) => {
    const before = luwte.processes()
    await luwte.app
      .evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
      .catch(() => undefined)
    await luwte.ended()
    await expect.poll(() => before.filter(isAlive)).toEqual([])
  })
}

test('notices that the vault process was killed, tells the page and ends', async ({ luwte }) => {
  await collectEvents(luwte.page)
  const vault = luwte.processes().find(isVault)
  expect(vault).toBeDefined()
  process.kill(Number(vault), 'SIGKILL')
  await expect.poll(() => eventsOf(luwte.page)).toEqual(['vault-ended'])
  await luwte.ended()
})

test('ends when the page crashes', async ({ luwte }) => {
  await luwte.app
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
    .catch(() => undefined)
  await luwte.ended()
})

test('ends when the page is loaded anew', async ({ luwte }) => {
  await luwte.page.reload().catch(() => undefined)
  await luwte.ended()
})

test('takes the vault along when the main process is killed', async ({ luwte }) => {
  const before = luwte.processes()
  process.kill(luwte.mainPid, 'SIGKILL')
  await luwte.ended()
  await expect.poll(() => before.filter(isAlive)).toEqual([])
})

test('starts afresh after a lock, as a new program that knows why', async ({ profile }) => {
  const first = await startWithoutDriver(profile)
  const before = first.processes()
  process.kill(Number(before.find(isVault)), 'SIGKILL')
  const second = await first.successor()
  expect(before.filter(isAlive)).toEqual([])
  expect(commandLine(second.mainPid)).toContain('--started-after=vault-ended')
  second.stop()
})

function isVault(pid: number): boolean {
  return commandLine(pid).includes('--utility-sub-type=node')
}

/** Moves the monotonic clock of the main process forward. */
async function letTimePass(app: ElectronApplication, seconds: number): Promise<void> {
  await app.evaluate((_electron, milliseconds) => {
    const real = performance.now.bind(performance)
    Object.defineProperty(performance, 'now', { value: () => real() + milliseconds, configurable: true })
  }, seconds * 1000)
}

/** The same where it then locks: on a busy computer it may be gone before it answers that its clock was moved. */
async function letTimePassUntilLocked(luwte: RunningLuwte, seconds: number): Promise<void> {
  await letTimePass(luwte.app, seconds).catch(() => undefined)
  await luwte.ended()
}

async function collectEvents(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = []
    Reflect.set(window, 'seenEvents', seen)
    window.host.onEvent(({ event }) => void seen.push(event))
  })
}

function eventsOf(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, 'seenEvents') as unknown)
}
