import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { addDays, calendarDate, daysBetween } from '#shared/calendar/calendar-date.ts'
import { type EntryDetails } from '#shared/casework/entry.ts'
import { type Id } from '#shared/kernel/id.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { IdleClock } from '../../electron/main/idle-clock.ts'
import { localDate } from '../../electron/vault/local-date.ts'
import { localToday } from '../../renderer/working-set/today.ts'
import { addBackupPlace } from '../support/backup-place.ts'
import { driveCaseload } from '../support/caseload-driver.ts'
import {
  caseDetails,
  engagementDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
  PRACTICE,
} from '../support/new-caseload.ts'

const NOW = '2026-03-02'
const TWO_YEARS_BACK = '2024-03-02'
const TEN_YEARS_FORWARD = '2036-03-02'

const contact = (on: string): EntryDetails => ({
  kind: 'contact',
  on: calendarDate(on),
  channel: 'phone',
  minutes: 20,
  note: `Belde op ${on}.`,
})

describe('fault 18: clock back two years, forward ten, daylight saving', () => {
  let vault: NewCaseload
  let organisationId: Id
  let caseId: Id
  let stick: string

  beforeAll(async () => {
    vault = await newCaseload(NOW)
    organisationId = (await vault.must('organisation.save', { id: null, details: organisationDetails() })).id
    await vault.must('practice.save', PRACTICE)
    await vault.must('engagement.save', engagementDetails(organisationId))
    await vault.must('location.save', {
      id: null,
      details: {
        organisationId,
        name: 'KDV Het Verzonnen Bos',
        lrkNumber: LrkNumber.parse('123456782'),
        type: 'KDV',
        address: organisationDetails().address,
        costCentre: '',
        joinedOn: calendarDate('2024-01-01'),
        leftOn: null,
      },
    })
    const started = { details: caseDetails(organisationId), note: 'Belde voor het eerst.', minutes: 30 }
    caseId = (await vault.must('case.start', started)).id
    await vault.must('invoice.issue', { organisationId, run: { kind: 'yearly', year: 2025 } })
    stick = (await addBackupPlace(vault, 'stick')).path
    await vault.must('backup.run', {})
  })
  afterAll(() => vault.discard())
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.useRealTimers()
  })

  const notes = async () => (await vault.must('case.open', { id: caseId })).entries.map(({ note }) => note)
  const backups = async () => (await readdir(stick)).filter((name) => name.startsWith('luwte-'))

  it('opens with a clock that went back two years, shows what was written later, and keeps what is typed', async () => {
    const before = await backups()
    vault = await vault.reopen(TWO_YEARS_BACK)
    expect(await notes()).toEqual(['Belde voor het eerst.'])
    // A day before the case began is refused by name; what was typed is kept all the same.
    const early = await vault.ask('entry.save', { caseId, id: null, details: contact(TWO_YEARS_BACK) })
    expect(early).toMatchObject({ refused: 'entry-before-first-contact' })
    await vault.must('draft.save', { about: caseId, text: 'Zij belt nu.' })
    expect((await vault.must('case.open', { id: caseId })).draft).toBe('Zij belt nu.')
    // Numbers of invoices run with their days.
    const invoice = await vault.ask('invoice.issue', { organisationId, run: { kind: 'yearly', year: 2024 } })
    expect(invoice).toMatchObject({ refused: 'clock-behind-last-invoice' })
    await vault.must('backup.run', {})
    expect(await backups()).toEqual(expect.arrayContaining(before))
    expect(await backups()).toHaveLength(before.length + 1)
  })

  it('opens with a clock ten years ahead, and what was written then is no obstacle when it is right again', async () => {
    const before = await backups()
    vault = await vault.reopen(TEN_YEARS_FORWARD)
    await vault.must('entry.save', { caseId, id: null, details: contact(TEN_YEARS_FORWARD) })
    await vault.must('backup.run', {})
    vault = await vault.reopen('2026-03-03')
    expect(await notes()).toEqual(['Belde voor het eerst.', `Belde op ${TEN_YEARS_FORWARD}.`])
    await vault.must('entry.save', { caseId, id: null, details: contact('2026-03-03') })
    await vault.must('backup.run', {})
    expect(await backups()).toEqual(expect.arrayContaining(before))
    expect(await backups()).toHaveLength(before.length + 2)
  })

  it('lets a day that the wrong clock gave be put right', async () => {
    const { entries } = await vault.must('case.open', { id: caseId })
    const wrong = entries.find(({ on }) => on === TEN_YEARS_FORWARD)
    await vault.must('entry.save', { caseId, id: wrong?.id ?? null, details: contact('2026-03-02') })
    expect(await notes()).toEqual(['Belde voor het eerst.', 'Belde op 2026-03-02.', 'Belde op 2026-03-03.'])
  })

  it('gives no invoice a day ten years ahead unasked, and goes on when the clock is right and that one is taken back', async () => {
    const yearly = (year: number) => ({ organisationId, run: { kind: 'yearly' as const, year } })
    vault = await vault.reopen(TEN_YEARS_FORWARD)
    expect(await vault.ask('invoice.issue', yearly(2026))).toEqual({ refused: 'clock-far-ahead' })
    // Saying so of another day than the clock gives is not saying so.
    const other = { ...yearly(2026), dayConfirmed: calendarDate(NOW) }
    expect(await vault.ask('invoice.issue', other)).toEqual({ refused: 'clock-far-ahead' })
    const confirmed = { ...yearly(2026), dayConfirmed: calendarDate(TEN_YEARS_FORWARD) }
    const { invoice: wrong } = await vault.must('invoice.issue', confirmed)
    expect(wrong).toMatchObject({ number: '2036-0001', issuedOn: TEN_YEARS_FORWARD })

    vault = await vault.reopen('2026-03-03')
    const today = calendarDate('2026-03-03')
    expect(await vault.ask('invoice.issue', yearly(2024))).toEqual({ refused: 'clock-behind-last-invoice' })
    const { id } = wrong
    expect(await vault.ask('invoice.credit', { id })).toEqual({ refused: 'clock-behind-last-invoice' })
    const { invoice: note } = await vault.must('invoice.credit', { id, dayConfirmed: today })
    expect(note).toMatchObject({ number: '2026-0002', issuedOn: today, creditOf: { number: '2036-0001' } })
    const { invoice: next } = await vault.must('invoice.issue', yearly(2024))
    expect(next).toMatchObject({ number: '2026-0003', issuedOn: today })
  })

  it('is not taken for a vault that somebody put back when only the clock went back', async () => {
    await vault.close()
    const driver = driveCaseload(join(vault.folder, 'kluis'), TWO_YEARS_BACK)
    const { findings } = await driver.must('vault.unlock', { recoveryKey: vault.recoveryKey })
    expect(findings).toEqual([])
    await driver.close()
    vault = await vault.reopen(NOW)
  })

  it.each(['2026-03-29', '2026-10-25'])(
    'calls every moment around the change of the hour on %s by its own date',
    (day) => {
      vi.stubEnv('TZ', 'Europe/Amsterdam')
      vi.useFakeTimers()
      const quarters = Array.from({ length: 4 * 72 }, (_, quarter) => {
        const instant = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000 + quarter * 900_000)
        vi.setSystemTime(instant)
        expect(localToday()).toBe(localDate(instant))
        return localDate(instant)
      })
      expect(quarters).toEqual([...quarters].sort())
      const hours = day === '2026-03-29' ? 23 : 25
      expect(quarters.filter((one) => one === day)).toHaveLength(4 * hours)
    },
  )

  it('counts a day as a day, also where it has 23 or 25 hours', () => {
    vi.stubEnv('TZ', 'Europe/Amsterdam')
    let date = calendarDate('2026-01-01')
    for (let count = 1; count <= 365; count += 1) {
      const next = addDays(date, 1)
      expect(daysBetween(date, next)).toBe(1)
      date = next
    }
    expect(date).toBe('2027-01-01')
  })

  it('locks after five minutes of stillness by a clock that nobody can set', () => {
    vi.useFakeTimers()
    let monotonic = 0
    let look: () => void = () => undefined
    const said: string[] = []
    const clock = new IdleClock(
      { now: () => monotonic, every: (_milliseconds, call) => (look = call) },
      {
        warning: () => said.push('warning'),
        warningOver: () => said.push('over'),
        idle: () => said.push('idle'),
      },
    )
    clock.used()
    for (const instant of [`${TWO_YEARS_BACK}T12:00:00Z`, `${TEN_YEARS_FORWARD}T12:00:00Z`]) {
      vi.setSystemTime(new Date(instant))
      look()
    }
    expect(said).toEqual([])
    monotonic += 5 * 60_000
    look()
    expect(said).toEqual(['idle'])
  })
})
