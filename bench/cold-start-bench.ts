import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { makeReadable } from '../electron/runtime/staged-application.ts'
import { launchLuwte, makeProfile, removeProfile, startingPoint } from '../test/support/launch-electron.ts'
import { percentiles, rounded, timed } from './measure.ts'

const ROUNDS = 5

/** An application that shows an empty page and does nothing: what Electron itself costs. */
function emptyApplication(): string {
  const folder = mkdtempSync(join(tmpdir(), 'luwte-empty-'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }),
  )
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<h1>empty</h1>'))
`,
  )
  makeReadable(folder)
  return folder
}

async function startEmpty(folder: string): Promise<number> {
  const profile = makeProfile()
  const { program, env } = await startingPoint(profile)
  const { ms, value: app } = await timed(async () => {
    const started = await _electron.launch({
      executablePath: program,
      args: [folder, `--user-data-dir=${join(profile, 'data')}`],
      chromiumSandbox: true,
      cwd: '/',
      env,
    })
    await (await started.firstWindow()).locator('h1').waitFor()
    return started
  })
  await app.close()
  removeProfile(profile)
  return ms
}

async function startLuwte(): Promise<number> {
  const profile = makeProfile()
  const { ms, value: luwte } = await timed(async () => {
    const started = await launchLuwte({ profile })
    await started.page.locator('h1').first().waitFor()
    return started
  })
  await luwte.stop()
  removeProfile(profile)
  return ms
}

/** From start to the first heading on the screen, Luwte and an empty window in turn, after one round that warms up. */
export async function benchColdStart(): Promise<Record<string, unknown>> {
  const folder = emptyApplication()
  const empty: number[] = []
  const luwte: number[] = []
  await startEmpty(folder)
  await startLuwte()
  for (let round = 0; round < ROUNDS; round += 1) {
    empty.push(await startEmpty(folder))
    luwte.push(await startLuwte())
  }
  const ours = percentiles(luwte)
  const theirs = percentiles(empty)
  return { luwteMs: ours, emptyWindowMs: theirs, ratioP50: rounded(ours.p50 / theirs.p50) }
}
