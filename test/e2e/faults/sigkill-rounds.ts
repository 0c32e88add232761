import { type RunningLuwte } from '../../support/launch-electron.ts'
import { expect, type Launch, test } from '../../support/luwte-test.ts'
import { placePortPage } from '../../support/port-page.ts'
import { isAlive } from '../../support/process-tree.ts'
import { AnsweredCaseload } from './answered-caseload.ts'
import { mustOf, type Operation, operations, perform, prepare } from './work-until-killed.ts'

export const victims = ['vault', 'main', 'renderer'] as const
type Victim = (typeof victims)[number]

/**
 * What came of the rounds: how many kills hit while something was under way, for how many answered things it was looked
 * afterwards, and how often the driver did not get through to a program that it had started. A loss ends the rounds.
 */
export type Tally = {
  rounds: Record<Victim, number>
  midOperation: number
  lookedFor: number
  startedAgain: number
  seconds: number
}

/** The process id of one of the three. */
export async function pidOf(victim: Victim, { app, mainPid }: RunningLuwte): Promise<number> {
  if (victim === 'main') return mainPid
  const pid = await app.evaluate(({ app: electron, BrowserWindow }, which) => {
    if (which === 'renderer') return BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
    const metrics = electron.getAppMetrics()
    return metrics.find((one) => one.type === 'Utility' && one.serviceName === 'node.mojom.NodeService')?.pid
  }, victim)
  if (pid === undefined || pid === 0) throw new Error(`there is no ${victim} process`)
  return pid
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Does an operation once to its end, to have an answer that must not be lost and to know how long it takes. Then does it
 * again and again, and kills one process outright at a chance moment of that. Resolves with whether something was
 * under way at that moment.
 */
async function killInTheMiddle(
  operation: Operation,
  victim: Victim,
  luwte: RunningLuwte,
  caseload: AnsweredCaseload,
  mayTakeLong: boolean,
): Promise<boolean> {
  const pid = await pidOf(victim, luwte)
  let progress: (() => void) | undefined
  await luwte.page.exposeFunction('hearProgress', () => progress?.())
  await prepare(operation, luwte, caseload)
  // Deriving the key of a passphrase takes seconds in which nothing is written: the kill waits for the writing.
  const isDerived = operation === 'passphrase'
  let duration = 250
  if (!isDerived || mayTakeLong) {
    const began = performance.now()
    await perform(operation, luwte, caseload)
    if (!isDerived) duration = performance.now() - began
  }
  const writing = new Promise<void>((resolve) => (progress = resolve))
  let underWay = true
  const work = (async () => {
    // Ends when the killed process no longer answers.
    for (;;) await perform(operation, luwte, caseload)
  })().catch(() => (underWay = false))
  if (isDerived) await Promise.race([writing, work])
  // The shortest operations take a few milliseconds: there it is one of a row of them that is cut off.
  await pause(Math.random() * Math.max(duration, 40))
  const hit = underWay
  process.kill(pid, 'SIGKILL')
  // Whichever process went, the others follow by themselves. An answer may still be on its way when they are gone.
  await luwte.ended()
  await work
  return hit
}

/**
 * Starts Luwte, kills its vault, main process or renderer while it saves, changes the passphrase, rotates, destroys,
 * backs up or restores, sees that nothing is left running, and judges the disk; as often as is asked.
 */
export async function killRounds(
  launch: Launch,
  profile: string,
  rounds: number,
  mayTakeLong: boolean,
): Promise<Tally> {
  const caseload = await AnsweredCaseload.write(profile)
  const tally: Tally = {
    rounds: { vault: 0, main: 0, renderer: 0 },
    midOperation: 0,
    lookedFor: 0,
    startedAgain: 0,
    seconds: 0,
  }
  const began = performance.now()
  const start = (): Promise<RunningLuwte> => launch({ alterApplication: placePortPage })
  for (let round = 0; round < rounds; round += 1) {
    const victim = victims[round % victims.length] ?? 'vault'
    const operation = operations[Math.floor(round / victims.length) % operations.length] ?? 'save'
    await test.step(`round ${round + 1}: ${victim} killed in ${operation}`, async () => {
      const luwte = await start().catch(() => {
        tally.startedAgain += 1
        return start()
      })
      const opened = await mustOf(luwte.page).must('vault.unlock', caseload.secret)
      expect(opened.findings).toEqual([])
      caseload.expectNothingUnfinished()
      const before = luwte.processes()
      if (await killInTheMiddle(operation, victim, luwte, caseload, mayTakeLong)) tally.midOperation += 1
      await expect.poll(() => before.filter(isAlive)).toEqual([])
      await caseload.judge()
      tally.rounds[victim] += 1
    })
  }
  tally.lookedFor = caseload.lookedFor
  tally.seconds = Math.round((performance.now() - began) / 1000)
  return tally
}
