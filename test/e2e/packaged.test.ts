import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFuses, wantedFuses } from '../../electron/runtime/fuses.ts'
import { ownByUser } from '../../electron/runtime/unprivileged-user.ts'
import { openBackupFile } from '../../electron/vault/store/backup/open-backup.ts'
import { argon2id } from '../../electron/vault/store/store.ts'
import { driveCaseload, tokenFor } from '../support/caseload-driver.ts'
import { SCREEN_PASSPHRASE } from '../support/first-start.ts'
import { makeProfile, removeProfile } from '../support/launch-electron.ts'
import {
  endPackaged,
  packagedProcesses,
  packageLuwte,
  startPackaged,
  statusOf,
  type PackagedLuwte,
} from '../support/packaged-luwte.ts'
import { writableFolder } from '../support/on-screen.ts'
import { sitAtScreen, type PersonAtScreen } from '../support/person-at-screen.ts'
import { commandLine, isAlive, processTree } from '../support/process-tree.ts'
import { networkTracer } from '../support/trace-network.ts'
import { readVault } from '../vault/second-reader.ts'
import { expect, test } from '@playwright/test'

const note = 'qzmelding 30518 belde over opmerkingen tijdens het eten.'

let packaged: PackagedLuwte
let person: PersonAtScreen
let profile = ''

test.beforeAll(async () => {
  test.setTimeout(180_000)
  packaged = packageLuwte()
  person = await sitAtScreen()
})
test.afterAll(() => {
  person.leave()
  packaged.remove()
})
test.beforeEach(() => {
  profile = makeProfile()
})
test.afterEach(() => {
  endPackaged(profile)
  removeProfile(profile)
})

const start = (options: Partial<Parameters<typeof startPackaged>[1]> = {}) =>
  startPackaged(packaged, { profile, display: person.display, ...options })

test('has every fuse of the packaged program in the state that was meant', async () => {
  const fuses = await readFuses(packaged.program)
  expect(fuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
  })
  expect(fuses).toEqual(await wantedFuses(packaged.program))
  expect(fuses.grantFileProtocolExtraPrivileges).not.toBe(true)
})

test.describe('fault 25: drops, navigation, window.open, 10,000 malformed messages on every channel, forbidden switches, WebRTC', () => {
  for (const forbidden of [
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '--js-flags=--expose-gc',
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--enable-features=x',
    '--disable-features=x',
    '--proxy-server=192.0.2.1:1',
    '--proxy-pac-url=data:,',
    '--host-rules=MAP * 192.0.2.1',
    '--host-resolver-rules=MAP * 192.0.2.1',
    '--load-extension=/tmp',
    '--disable-web-security',
    '--enable-logging',
    '-inspect',
  ]) {
    test(`does not start with ${forbidden}, and shows no window`, async () => {
      const running = start({ args: [forbidden] })
      const ended = statusOf(running)
      const seen = new Set<string>()
      while (running.exitCode === null && running.signalCode === null) {
        for (const name of person.windows()) seen.add(name)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      expect(await ended).toBeGreaterThan(0)
      expect([...seen]).toEqual([])
      await expect.poll(() => packagedProcesses(packaged, profile)).toEqual([])
    })
  }
})

test('runs as itself, in its sandbox, whatever the environment tells Node', async () => {
  const intruder = join(profile, 'intruder.cjs')
  const trace = join(profile, 'data', 'intruder-was-here')
  writeFileSync(intruder, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`)
  const env = {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: `--require=${intruder}`,
    ELECTRON_ENABLE_LOGGING: '',
  }
  start({ args: [intruder], env })
  await person.windowAppears('Luwte')
  expect(existsSync(trace)).toBe(false)
  const all = packagedProcesses(packaged, profile)
    .flatMap((pid) => processTree(pid))
    .map(commandLine)
  expect(all.some((line) => line.includes('--type=renderer'))).toBe(true)
  expect(all.join('\n')).not.toMatch(/--no-sandbox|--disable-[a-z-]*sandbox/)
})

/** An empty vault with a place for backups that the commands made, as the program finds it at its first start. */
async function makeVault(): Promise<string> {
  mkdirSync(join(profile, 'data'), { recursive: true })
  const driver = driveCaseload(join(profile, 'data', 'kluis'))
  const { recoveryKey } = await driver.must('vault.prepare', {
    passphrase: SCREEN_PASSPHRASE,
    advisorName: 'Proefpersoon Adviseur',
  })
  await driver.must('vault.create', { recoveryKey })
  await driver.must('backup.addTarget', { token: tokenFor(driver, writableFolder(profile, 'stick')) })
  await driver.close()
  ownByUser(profile)
  return recoveryKey
}

/** The texts of all records of cases, or of drafts, as a reader made from the specification finds them. */
async function textsIn(recoveryKey: string, scope: RegExp): Promise<string> {
  const records = await readVault(join(profile, 'data', 'kluis'), { recoveryKey }).catch(() => undefined)
  const wanted = [...(records?.values() ?? [])].filter((record) => scope.test(record.scope))
  return JSON.stringify(wanted.map(({ body }) => body))
}

/** The texts of all records in the newest backup. */
async function textsInNewestBackup(recoveryKey: string): Promise<string> {
  const stick = join(profile, 'stick')
  const [newest = ''] = readdirSync(stick)
    .filter((name) => /^luwte-.*\.luwte$/.test(name))
    .sort((one, other) => Number(other.split('-')[2]) - Number(one.split('-')[2]))
  const opened = await openBackupFile(join(stick, newest), { recoveryKey }, argon2id)
  if ('refused' in opened) throw new Error(opened.refused)
  return JSON.stringify([...opened.content.records.values()].map(({ body }) => body))
}

/** Writes a first case down with nothing but the keyboard. What is typed is kept at once, which shows that it arrived. */
async function typeFirstCase(recoveryKey: string): Promise<void> {
  await expect(async () => {
    person.press('ctrl+n')
    await person.pictureRests()
    person.type(note)
    await expect.poll(() => textsIn(recoveryKey, /./), { timeout: 5000 }).toContain(note)
  }).toPass({ timeout: 60_000 })
  person.press('Tab')
  for (const [text, ...keys] of [
    ['Kinderopvang Fantasia', 'Tab'],
    ['Ped', 'Tab'],
    ['pest', 'Return'],
  ] as const) {
    person.type(text)
    await person.pictureRests()
    person.press(...keys)
    await person.pictureRests()
  }
  person.press('ctrl+Return')
  await expect.poll(() => textsIn(recoveryKey, /^case:/), { timeout: 20_000 }).toContain(note)
}

test('is unlocked, takes a first case, is locked and quit from the keyboard, and sends nothing anywhere', async () => {
  test.setTimeout(240_000)
  const recoveryKey = await makeVault()
  const tracer = networkTracer()
  const mains = () => packagedProcesses(packaged, profile)
  const lock = join(profile, 'data', 'kluis', 'lock.json')

  start({ startWith: tracer.startWith })
  await person.windowAppears('Luwte')
  await person.pictureRests()
  const first = mains()
  expect(first).toHaveLength(1)
  person.type(SCREEN_PASSPHRASE)
  person.press('Return')
  await expect.poll(() => existsSync(lock), { timeout: 30_000 }).toBe(true)
  await person.pictureRests()
  await typeFirstCase(recoveryKey)
  expect(person.windows()).toEqual(['Luwte'])

  const before = first.flatMap((pid) => processTree(pid))
  person.press('ctrl+l')
  await expect.poll(() => before.filter(isAlive), { timeout: 20_000 }).toEqual([])
  await expect.poll(() => mains().length, { timeout: 20_000 }).toBe(1)
  const [second = 0] = mains()
  expect(commandLine(second)).toContain('--started-after=lock')
  expect(existsSync(lock)).toBe(false)
  await person.windowAppears('Luwte')

  await person.pictureRests()
  person.type(SCREEN_PASSPHRASE)
  person.press('Return')
  await expect.poll(() => existsSync(lock), { timeout: 30_000 }).toBe(true)
  await person.pictureRests()
  // The case is in no backup yet: closing makes one first.
  expect(await textsInNewestBackup(recoveryKey)).not.toContain(note)
  person.press('ctrl+q')
  await expect.poll(mains, { timeout: 30_000 }).toEqual([])
  expect(await textsIn(recoveryKey, /^case:/)).toContain('bullying')
  expect(await textsInNewestBackup(recoveryKey)).toContain(note)
  const { calls, toTheInternet, tcpSockets } = tracer.read()
  tracer.remove()
  expect(calls).toBeGreaterThan(0)
  expect(toTheInternet).toEqual([])
  expect(tcpSockets).toBe(0)
})
