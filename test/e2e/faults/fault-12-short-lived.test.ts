import { expect, test } from '../../support/luwte-test.ts'
import { type RunningLuwte } from '../../support/launch-electron.ts'
import { askVault, placePortPage, type VaultReply } from '../../support/port-page.ts'
import { AnsweredCaseload } from './answered-caseload.ts'
import { mustOf, perform } from './work-until-killed.ts'

/** Asks, and kills every process of this name that is started for it, until there is a reply. */
async function askAndKill(
  { app, page }: RunningLuwte,
  name: string,
  command: string,
  input: unknown,
): Promise<{ reply: VaultReply; kills: number }> {
  let reply: VaultReply | undefined
  const asking = askVault(page, command, input).then((came) => (reply = came))
  let kills = 0
  while (reply === undefined) {
    const pids = await app.evaluate(
      ({ app: electron }, wanted) =>
        electron
          .getAppMetrics()
          .filter((one) => one.name === wanted)
          .map(({ pid }) => pid),
      name,
    )
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL')
        kills += 1
      } catch (error) {
        const endedMeanwhile = error instanceof Error && 'code' in error && error.code === 'ESRCH'
        if (!endedMeanwhile) throw error
      }
    }
    await page.waitForTimeout(10)
  }
  return { reply: await asking, kills }
}

test.describe('fault 12: SIGKILL in save, snapshot, passphrase change, rotation, destruction, backup, restore', () => {
  test('answers and goes on when the process that derives a key or proves a backup is killed', async ({
    launch,
    profile,
  }) => {
    test.setTimeout(120_000)
    const caseload = await AnsweredCaseload.write(profile)
    const luwte = await launch({ alterApplication: placePortPage })
    const vault = mustOf(luwte.page)
    await vault.must('vault.unlock', caseload.secret)

    const passphrase = 'deze wachtzin komt er niet'
    caseload.doubt = { about: 'passphrase', passphrase }
    const change = { current: caseload.secret, passphrase }
    const changed = await askAndKill(luwte, 'Luwte sleutel', 'security.changePassphrase', change)
    expect(changed.kills).toBeGreaterThan(0)
    expect(changed.reply.answer).toBeUndefined()
    await perform('save', luwte, caseload)

    const run = await askAndKill(luwte, 'Luwte kopie', 'backup.run', {})
    expect(run.kills).toBeGreaterThan(0)
    expect(run.reply.answer).toMatchObject({ targets: [{ outcome: { refused: 'not-proven' } }] })
    await perform('backup', luwte, caseload)
    await perform('save', luwte, caseload)
    await luwte.stop()
    const inForce = caseload.passphrase
    await caseload.judge()
    expect(caseload.passphrase).toBe(inForce)
  })
})
