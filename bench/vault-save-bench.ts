import { randomBytes } from 'node:crypto'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { driveCaseload } from '../test/support/caseload-driver.ts'
import { caseDetails } from '../test/support/new-caseload.ts'
import { type BenchVault, vaultName } from './invented-vault.ts'
import { percentiles, rounded, timed } from './measure.ts'

const ROUNDS = 500
const CASES = 25
const FIRST_SAVES = 25

async function sizeOf(folder: string): Promise<number> {
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
  )
  return sizes.reduce((total, one) => total + one, 0)
}

/**
 * A contact of 1,200 characters saved, as the screen asks for it, in turn with an append and fsync of as many bytes as
 * a save adds, which no vault can be faster than. Spread over cases, for no case has hundreds of contacts.
 */
export async function benchVaultSave({ folder, recoveryKey, organisationId }: BenchVault) {
  const vaultDir = join(folder, vaultName)
  const driver = driveCaseload(vaultDir, '2026-06-01')
  await driver.must('vault.unlock', { recoveryKey })
  const caseIds: string[] = []
  for (let number = 0; number < CASES; number += 1) {
    const details = caseDetails(organisationId, { firstContactOn: calendarDate('2026-01-01') })
    caseIds.push((await driver.must('case.start', { details, note: '', minutes: 1 })).id)
  }
  const save = (round: number) => {
    const on = calendarDate(`2026-0${1 + (round % 5)}-1${round % 10}`)
    const details = { kind: 'contact', on, channel: 'phone', minutes: 1, note: 'x'.repeat(1200) } as const
    const caseId = caseIds[round % CASES] ?? ''
    return timed(() => driver.must('entry.save', { caseId, id: null, details }))
  }
  const before = await sizeOf(vaultDir)
  for (let round = 0; round < FIRST_SAVES; round += 1) await save(round)
  const bytes = Math.round(((await sizeOf(vaultDir)) - before) / FIRST_SAVES)

  const file = await open(join(folder, 'bare'), 'a')
  const block = randomBytes(bytes)
  const append = async () => {
    await file.appendFile(block)
    await file.sync()
  }
  const saves: number[] = []
  const appends: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    saves.push((await save(round)).ms)
    appends.push((await timed(append)).ms)
    driver.events.length = 0
  }
  await file.close()
  const report = await timed(() =>
    driver.must('report.preview', { organisationId, period: { year: 2025, half: null } }),
  )
  await driver.close()
  const [ours, bare] = [percentiles(saves), percentiles(appends)]
  return {
    saveMs: ours,
    bareAppendAndSyncMs: { ...bare, bytes },
    ratio: { p50: rounded(ours.p50 / bare.p50), p95: rounded(ours.p95 / bare.p95) },
    reportFiguresMs: rounded(report.ms),
  }
}
