import { join } from 'node:path'
import { type Page } from 'playwright'
import { ownByUser } from '../../electron/runtime/unprivileged-user.ts'
import { driveCaseload } from '../support/caseload-driver.ts'
import { type RunningLuwte } from '../support/launch-electron.ts'
import { expect, test } from '../support/luwte-test.ts'
import { caseDetails, organisationDetails } from '../support/new-caseload.ts'
import { askVault, placePortPage } from '../support/port-page.ts'

const ROUNDS = 20

type Started = { recoveryKey: string; caseId: string }

/** A vault with one case, made by the same code as the application's. */
async function makeVault(profile: string): Promise<Started> {
  const driver = driveCaseload(join(profile, 'data', 'kluis'), '2026-06-01')
  const { recoveryKey } = await driver.must('vault.prepare', {
    passphrase: 'zes woorden om te onthouden',
    advisorName: 'Proefpersoon Adviseur',
  })
  await driver.must('vault.create', { recoveryKey })
  const { id: organisationId } = await driver.must('organisation.save', {
    id: null,
    details: organisationDetails(),
  })
  const { id } = await driver.must('case.start', {
    details: caseDetails(organisationId),
    note: '',
    minutes: 1,
  })
  await driver.close()
  ownByUser(profile)
  return { recoveryKey, caseId: id }
}

async function answerOf<T>(page: Page, command: string, input: unknown): Promise<T> {
  const reply = await askVault(page, command, input)
  if (reply.answer === undefined)
    throw new Error(`${command}: ${JSON.stringify(reply.refusal ?? reply.fault)}`)
  return reply.answer as T
}

async function notesKept(page: Page, caseId: string): Promise<Set<string>> {
  const { entries } = await answerOf<{ entries: { note: string }[] }>(page, 'case.open', { id: caseId })
  return new Set(entries.map((entry) => entry.note))
}

/** Writes notes as fast as they are answered, and tells of each answer the moment it is there. */
async function writeUntilKilled(page: Page, caseId: string, round: number): Promise<void> {
  await page.evaluate(
    ([id, number]) => {
      type Ask = (command: string, input: unknown) => Promise<{ answer?: unknown }>
      const ask = Reflect.get(window, 'ask') as Ask
      const acknowledge = Reflect.get(window, 'acknowledge') as (note: string) => void
      const write = async (count: number): Promise<void> => {
        const note = `ronde ${number} notitie ${count}`
        const day = String(1 + (count % 28)).padStart(2, '0')
        const on = `2026-0${3 + (number % 3)}-${day}`
        const details = { kind: 'contact', on, channel: 'phone', minutes: 1, note }
        const { answer } = await ask('entry.save', { caseId: id, id: null, details })
        if (answer !== undefined) acknowledge(note)
        return write(count + 1)
      }
      void write(0)
    },
    [caseId, round] as const,
  )
}

async function vaultPid({ app }: RunningLuwte): Promise<number> {
  const metrics = await app.evaluate(({ app: electron }) => electron.getAppMetrics())
  const vault = metrics.find((one) => one.type === 'Utility' && one.serviceName === 'node.mojom.NodeService')
  if (vault === undefined) throw new Error('there is no vault process')
  return vault.pid
}

test(`loses nothing that was answered as saved in ${ROUNDS} rounds of killing the vault or main process`, async ({
  launch,
  profile,
}) => {
  test.setTimeout(ROUNDS * 20_000)
  const { recoveryKey, caseId } = await makeVault(profile)
  const acknowledged = new Set<string>()
  for (let round = 0; round < ROUNDS; round += 1) {
    const luwte = await launch({ alterApplication: placePortPage })
    await luwte.page.exposeFunction('acknowledge', (note: string) => acknowledged.add(note))
    await answerOf(luwte.page, 'vault.unlock', { recoveryKey })
    const kept = await notesKept(luwte.page, caseId)
    expect([...acknowledged].filter((note) => !kept.has(note))).toEqual([])
    const victim = round % 2 === 0 ? await vaultPid(luwte) : luwte.mainPid
    const before = acknowledged.size
    await writeUntilKilled(luwte.page, caseId, round)
    await expect.poll(() => acknowledged.size, { intervals: [5] }).toBeGreaterThan(before)
    // Killed in the middle of one write or another: the moments differ from round to round.
    await luwte.page.waitForTimeout(20 + ((round * 37) % 200))
    process.kill(victim, 'SIGKILL')
    await luwte.stop()
  }
  const luwte = await launch({ alterApplication: placePortPage })
  await answerOf(luwte.page, 'vault.unlock', { recoveryKey })
  const kept = await notesKept(luwte.page, caseId)
  expect([...acknowledged].filter((note) => !kept.has(note))).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(ROUNDS)
})
