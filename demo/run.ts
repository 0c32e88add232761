import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setUp } from '../electron/runtime/set-up.ts'
import { buildApplication } from './build-application.ts'
import { repositoryRoot } from '../electron/runtime/repository-root.ts'
import { driveCaseload } from '../test/support/caseload-driver.ts'
import { unlockOnScreen } from '../test/support/first-start.ts'
import { keepSafe, putBack } from './act-four.ts'
import { sendInvoices, settleReports } from './act-three.ts'
import { fillCaseload } from './fill-caseload.ts'
import { playFirstDay } from './first-day.ts'
import { Hands } from './hands.ts'
import { lookAround } from './look-around.ts'
import { reportTogether } from './several-organisations.ts'
import { Stage } from './stage.ts'

const out = join(repositoryRoot, 'demo', 'out')
const today = new Date().toISOString().slice(0, 10)
const thisYear = Number(today.slice(0, 4))
const lastYear = thisYear - 1

async function play(stage: Stage): Promise<Record<string, unknown>> {
  const recoveryKey = await playFirstDay(stage, `${lastYear - 1}-01-01`)

  const filled = await stage.step('Twee jaar casussen ingevoerd', async () => {
    const caseload = driveCaseload(stage.vaultDir, today)
    await caseload.must('vault.unlock', { recoveryKey })
    const result = await fillCaseload(caseload, lastYear)
    await caseload.close()
    stage.handBack()
    return result
  })

  await stage.step('Opnieuw gestart', () => stage.open())
  await stage.picture('ontgrendelen')
  await stage.step('Ontgrendeld', () => unlockOnScreen(stage.page))
  const hands = new Hands(stage.page)
  await stage.step('Rondgekeken', () => lookAround(stage, hands))
  const invoices = await stage.step('Facturen gemaakt en bewaard', () => sendInvoices(stage, hands, thisYear))
  await stage.step('Jaarrapportages vastgesteld en bewaard', () => settleReports(stage, hands, lastYear))
  await stage.step('Concernrapportage vastgesteld en bewaard', () => reportTogether(stage, hands, lastYear))
  const backup = await stage.step('Back-up gemaakt, uitgeprobeerd en alles gecontroleerd', () =>
    keepSafe(stage, hands),
  )
  await stage.step('Vergrendeld', () => stage.lock())

  await stage.step('Opnieuw gestart', () => stage.open())
  await stage.step('Back-up teruggezet en geopend', () => putBack(stage, backup))
  await stage.step('Afgesloten', () => stage.quit())
  return { ...filled, invoices, reports: 6, jointReports: 1 }
}

function filesBelow(folder: string, prefix = ''): { file: string; bytes: number }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(join(folder, entry.name), `${prefix}${entry.name}/`)
      : [{ file: `${prefix}${entry.name}`, bytes: statSync(join(folder, entry.name)).size }],
  )
}

/** A traced run that sent anything to an internet address failed. */
function reportWhatWasSent(sent: Stage['sent']): void {
  if (sent === null) return
  const { calls, toTheInternet } = sent
  const found = [`Traced: ${calls} calls that connect or send, ${toTheInternet.length} to the internet.`]
  process.stdout.write(`${[...found, ...toTheInternet].join('\n')}\n`)
  if (toTheInternet.length > 0) process.exitCode = 1
}

const electron = await setUp()
buildApplication()
process.stdout.write(`Electron ${electron.version} (${electron.origin})\n`)
const stage = new Stage(out, { traced: process.argv.includes('--traced') })
try {
  const made = await play(stage)
  // The one picture that the README shows.
  mkdirSync(join(repositoryRoot, 'demo', 'pictures'), { recursive: true })
  copyFileSync(join(out, 'pictures', 'casus.png'), join(repositoryRoot, 'demo', 'pictures', 'casus.png'))
  const summary = {
    electron: { version: electron.version, origin: electron.origin },
    years: [lastYear - 1, lastYear],
    made,
    steps: stage.steps,
    files: filesBelow(out).sort((a, b) => a.file.localeCompare(b.file)),
  }
  writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  reportWhatWasSent(stage.sent)
  process.stdout.write('The documents and pictures are in demo/out; summary.json lists them.\n')
} catch (error) {
  await stage.picture('where-it-stopped').catch(() => undefined)
  throw error
} finally {
  await stage.end()
}
process.exit()
