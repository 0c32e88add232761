import { randomBytes } from 'node:crypto'
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { driveCaseload } from '../test/support/caseload-driver.ts'
import { inventVault } from './invented-vault.ts'
import { percentiles, rounded, timed } from './measure.ts'

const SAVES = 300

/** Append and fsync of the same number of bytes, and nothing else: what no vault can be faster than. */
async function bareAppends(folder: string, bytes: number): Promise<number[]> {
  const file = await open(join(folder, 'bare'), 'a')
  const block = randomBytes(bytes)
  const samples: number[] = []
  for (let round = 0; round < SAVES; round += 1)
    samples.push(
      (
        await timed(async () => {
          await file.appendFile(block)
          await file.sync()
        })
      ).ms,
    )
  await file.close()
  return samples
}

async function size(folder: string): Promise<number> {
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
  )
  return sizes.reduce((total, one) => total + one, 0)
}

/** Unlock (by recovery key: no key derivation), list, save, search, report and memory at so many cases of 5 entries. */
export async function benchVault(cases: number): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'luwte-bench-'))
  try {
    const vaultDir = join(folder, 'kluis')
    const { recoveryKey, organisationId } = await inventVault(vaultDir, cases)
    const bytes = await size(vaultDir)
    globalThis.gc?.()
    const driver = driveCaseload(vaultDir, '2026-06-01')
    const unlock = await timed(() => driver.must('vault.unlock', { recoveryKey }))
    let firstList = 0
    const load = await timed(async () => {
      const started = performance.now()
      const loading = driver.must('workingSet.load', {})
      while (
        !driver.events.some(
          (event) => event.event === 'changes' && event.changes.some((c) => c.table === 'cases'),
        )
      )
        await new Promise((resolve) => setImmediate(resolve))
      firstList = performance.now() - started
      await loading
    })
    driver.events.length = 0
    const memory = process.memoryUsage()
    const firstSearch = await timed(() => driver.must('case.search', { query: 'sfeer' }))
    const searches: number[] = []
    for (let round = 0; round < 100; round += 1)
      searches.push((await timed(() => driver.must('case.search', { query: `sfeer ${round}` }))).ms)

    const { id: caseId } = await driver.must('case.start', {
      details: {
        organisationId,
        locationId: null,
        firstContactOn: calendarDate('2026-01-01'),
        channel: 'phone',
        melderRole: 'professional',
        position: 'reporting',
        anonymous: false,
        subjects: ['bullying'],
        discriminationGrounds: [],
        accusedRole: 'unknown',
        privacyToldOn: null,
        sameMelderAs: null,
        sameAccusedAs: null,
        label: '',
      },
      note: '',
      minutes: 1,
    })
    const before = await size(vaultDir)
    const saves: number[] = []
    for (let round = 0; round < SAVES; round += 1) {
      const on = calendarDate(`2026-0${1 + (round % 5)}-1${round % 10}`)
      const details = { kind: 'contact', on, channel: 'phone', minutes: 1, note: 'x'.repeat(1200) } as const
      saves.push((await timed(() => driver.must('entry.save', { caseId, id: null, details }))).ms)
    }
    const bytesPerSave = Math.round((await size(vaultDir)) - before) / SAVES
    const bare = await bareAppends(folder, Math.max(1, Math.round(bytesPerSave)))
    const report = await timed(() => driver.must('report.preview', { organisationId, year: 2025 }))
    await driver.close()
    const save = percentiles(saves)
    const append = percentiles(bare)
    return {
      cases,
      entriesPerCase: 5,
      vaultMegabytes: rounded(bytes / 1e6),
      unlockMs: rounded(unlock.ms),
      unlockToFirstListMs: rounded(unlock.ms + firstList),
      unlockToWholeWorkingSetMs: rounded(unlock.ms + load.ms),
      memoryMegabytes: { rss: rounded(memory.rss / 1e6), heap: rounded(memory.heapUsed / 1e6) },
      firstSearchMs: rounded(firstSearch.ms),
      searchMs: percentiles(searches),
      saveMs: save,
      bareAppendAndSyncMs: { ...append, bytes: Math.round(bytesPerSave) },
      saveToBareRatio: { p50: rounded(save.p50 / append.p50), p95: rounded(save.p95 / append.p95) },
      reportFiguresMs: rounded(report.ms),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
