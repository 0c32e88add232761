import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { cents } from '#shared/kernel/cents.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type LocationDetails } from '#shared/organisations/location.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import {
  caseDetails,
  engagementDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
  PRACTICE,
} from '../../support/new-caseload.ts'
import { rowsTold } from '../../support/rows-told.ts'

const yearly = { kind: 'yearly', year: 2026 } as const

function locationDetails(organisationId: Id, lrkNumber: string): LocationDetails {
  return {
    organisationId,
    name: `Locatie ${Number(lrkNumber)}`,
    lrkNumber: LrkNumber.parse(lrkNumber),
    type: 'KDV',
    address: { street: '', postcode: '', city: '' },
    costCentre: '',
    joinedOn: calendarDate('2024-01-01'),
    leftOn: null,
  }
}

describe('invoices from an open vault', () => {
  let vault: NewCaseload
  let organisationId: Id
  let lastNumber = 0

  beforeAll(async () => {
    vault = await newCaseload('2026-07-15')
    organisationId = (await vault.must('organisation.save', { id: null, details: organisationDetails() })).id
  }, 30_000)
  afterAll(() => vault.discard())

  const join = (joinedOn: string, leftOn: string | null = null) => {
    lastNumber += 1
    return vault.must('location.save', {
      id: null,
      details: {
        ...locationDetails(organisationId, String(lastNumber).padStart(9, '0')),
        joinedOn: calendarDate(joinedOn),
        leftOn: leftOn === null ? null : calendarDate(leftOn),
      },
    })
  }

  it('names what is missing before an invoice can be made: practice, contract, locations', async () => {
    const ask = () => vault.ask('invoice.issue', { organisationId, run: yearly })
    expect(await ask()).toMatchObject({ refused: 'practice-incomplete' })
    await vault.must('practice.save', PRACTICE)
    expect(await ask()).toEqual({ refused: 'engagement-missing' })
    await vault.must(
      'engagement.save',
      engagementDetails(organisationId, { hoursBilling: 'half-yearly-line' }),
    )
    expect(await ask()).toEqual({ refused: 'no-locations' })
  })

  it('bills a whole year for who was there, days for who joined, and nothing twice', async () => {
    await join('2024-01-01')
    await join('2026-07-02')
    const { invoice } = await vault.must('invoice.issue', { organisationId, run: yearly })
    expect(invoice.number).toBe('2026-0001')
    // 2 July to 31 December 2026 are 183 days: 149,00 × 183 ÷ 365 = 74,70.
    expect(invoice.lines.map((line) => line.amountCents)).toEqual([149_00, 74_70])
    expect([invoice.netCents, invoice.vatCents, invoice.grossCents]).toEqual([223_70, 46_98, 270_68])
    expect(await vault.ask('invoice.issue', { organisationId, run: yearly })).toEqual({
      refused: 'already-invoiced',
    })
    await join('2026-12-31')
    const later = await vault.must('invoice.issue', { organisationId, run: yearly })
    expect(later.invoice.number).toBe('2026-0002')
    expect(later.invoice.lines).toHaveLength(1)
  })

  it('bills the hours of a half-year in one line that says nothing of cases', async () => {
    await vault.must('case.start', {
      details: caseDetails(organisationId, { firstContactOn: calendarDate('2026-03-03') }),
      note: 'Gesprek.',
      minutes: 90,
    })
    await vault.must('activity.save', {
      id: null,
      details: {
        organisationId,
        kind: 'consultation-hr',
        on: calendarDate('2026-04-04'),
        minutes: 60,
        description: 'Overleg',
        withWhom: 'HR',
        reach: null,
        billable: true,
        inReport: true,
        becauseOfCase: false,
      },
    })
    const run = { kind: 'hours', year: 2026, half: 1 } as const
    const { invoice } = await vault.must('invoice.issue', { organisationId, run })
    expect(invoice.lines).toEqual([
      {
        kind: 'hours',
        covers: 'everything',
        isLate: false,
        year: 2026,
        half: 1,
        minutes: 150,
        hourlyRateCents: 85_00,
        amountCents: 212_50,
      },
    ])
    expect(invoice.supplyPeriod).toEqual({ from: '2026-01-01', to: '2026-06-30' })
    expect(await vault.ask('invoice.issue', { organisationId, run: { ...run, half: 2 } })).toEqual({
      refused: 'half-year-not-over',
    })
  })

  it('bills what is written down later in a line that says so, at the price of then, and not twice', async () => {
    const run = { kind: 'hours', year: 2026, half: 1 } as const
    const issue = () => vault.ask('invoice.issue', { organisationId, run })
    expect(await issue()).toEqual({ refused: 'already-invoiced' })
    const started = { details: caseDetails(organisationId), note: 'Later opgeschreven.', minutes: 30 }
    await vault.must('case.start', started)
    await vault.must(
      'engagement.save',
      engagementDetails(organisationId, { hoursBilling: 'consults-alone', hourlyRateCents: cents(95_00) }),
    )
    const { proposals } = await vault.must('invoice.proposeHours', { year: 2026, half: 1 })
    const late = { kind: 'hours', covers: 'everything', isLate: true, minutes: 30, hourlyRateCents: 85_00 }
    expect(proposals).toMatchObject([{ proposal: { draft: { lines: [late], netCents: 42_50 } } }])
    const { invoice } = await vault.must('invoice.issue', { organisationId, run })
    expect(invoice.number).toBe('2026-0004')
    expect(await issue()).toEqual({ refused: 'already-invoiced' })
  })

  it('keeps a location that was invoiced, and does not bill it again, when its LRK number was corrected', async () => {
    const [invoiced] = await rowsTold(vault, 'locations')
    if (invoiced === undefined) throw new Error('no location')
    const { id, ...details } = invoiced
    const corrected = { ...details, lrkNumber: LrkNumber.parse('000000099') }
    await vault.must('location.save', { id, details: corrected })
    expect(await vault.ask('invoice.issue', { organisationId, run: yearly })).toEqual({
      refused: 'already-invoiced',
    })
    expect(await vault.ask('location.remove', { id })).toEqual({ refused: 'in-use-elsewhere' })
  })

  it('takes an invoice back with a credit note that refers to it, once', async () => {
    const { invoice } = await vault.must('invoice.credit', {
      id: await invoiceNumbered('2026-0001'),
    })
    expect(invoice).toMatchObject({
      kind: 'credit',
      number: '2026-0005',
      netCents: -223_70,
      vatCents: -46_98,
    })
    expect(invoice.creditOf).toMatchObject({ number: '2026-0001' })
    expect(await vault.ask('invoice.credit', { id: invoice.creditOf?.id ?? '' })).toEqual({
      refused: 'already-credited',
    })
    // What was taken back may be billed anew.
    const again = await vault.must('invoice.issue', { organisationId, run: yearly })
    expect(again.invoice.lines).toHaveLength(2)
  })

  it('never undoes an issued invoice', async () => {
    const before = await invoiceNumbered('2026-0002')
    await vault.ask('undo.last', {})
    expect(await invoiceNumbered('2026-0002')).toBe(before)
  })

  it('refuses to issue with a clock that runs behind the last invoice', async () => {
    await join('2026-01-01')
    vault = await vault.reopen('2026-07-14')
    expect(await vault.ask('invoice.issue', { organisationId, run: yearly })).toEqual({
      refused: 'clock-behind-last-invoice',
    })
  })

  it('goes on after numbers that were used elsewhere, credit notes too, which cannot be changed any more then', async () => {
    const fresh = await newCaseload('2026-07-15')
    const { id } = await fresh.must('organisation.save', { id: null, details: organisationDetails() })
    await fresh.must('engagement.save', engagementDetails(id))
    await fresh.must('location.save', { id: null, details: locationDetails(id, '000000001') })
    const numberedElsewhere = { year: 2026, last: 14 }
    await fresh.must('practice.save', { ...PRACTICE, numberedElsewhere })
    const { invoice } = await fresh.must('invoice.issue', { organisationId: id, run: yearly })
    expect(invoice.number).toBe('2026-0015')
    expect((await fresh.must('invoice.credit', { id: invoice.id })).invoice.number).toBe('2026-0016')
    await fresh.must('practice.save', { ...PRACTICE, numberedElsewhere, paymentDays: 14 })
    expect(
      await fresh.ask('practice.save', { ...PRACTICE, numberedElsewhere: { year: 2026, last: 20 } }),
    ).toMatchObject({ refused: 'numbers-begun' })
    await fresh.discard()
  })

  it('bills the time of a case that was destroyed before it was invoiced, and tells beforehand how much that is', async () => {
    const fresh = await newCaseload('2026-07-15')
    const { id } = await fresh.must('organisation.save', { id: null, details: organisationDetails() })
    await fresh.must('practice.save', PRACTICE)
    await fresh.must('engagement.save', engagementDetails(id, { hoursBilling: 'half-yearly-line' }))
    const secret = { recoveryKey: fresh.recoveryKey }
    for (const minutes of [90, 30]) {
      const started = { details: caseDetails(id), note: 'Belde.', minutes }
      const { id: caseId } = await fresh.must('case.start', started)
      expect(await fresh.must('case.uninvoicedTime', { id: caseId })).toEqual({ minutes })
      await fresh.must('case.destroy', { id: caseId, reason: 'on-request', secret })
    }
    const again = await fresh.reopen()
    expect((await again.must('hours.overview', { year: 2026 })).organisations).toMatchObject([
      { firstHalfMinutes: 120, secondHalfMinutes: 0 },
    ])
    const run = { kind: 'hours', year: 2026, half: 1 } as const
    const { invoice } = await again.must('invoice.issue', { organisationId: id, run })
    expect(invoice.lines).toMatchObject([{ covers: 'everything', minutes: 120 }])
    await again.discard()
  })

  it('tells of a contract which invoices and reports are still to be made, before its terms are changed', async () => {
    const fresh = await newCaseload('2026-07-15')
    const { id } = await fresh.must('organisation.save', { id: null, details: organisationDetails() })
    await fresh.must('practice.save', PRACTICE)
    const open = () => fresh.must('engagement.openPeriods', { organisationId: id })
    expect(await open()).toEqual({ years: [], hours: [], reports: [] })
    await fresh.must('engagement.save', engagementDetails(id, { hoursBilling: 'half-yearly-line' }))
    await fresh.must('location.save', { id: null, details: locationDetails(id, '000000001') })
    for (const day of ['2025-11-03', '2026-07-01'])
      await fresh.must('case.start', {
        details: caseDetails(id, { firstContactOn: calendarDate(day) }),
        note: 'Belde.',
        minutes: 30,
      })
    expect(await open()).toEqual({
      years: [2025, 2026],
      hours: [
        { year: 2025, half: 2 },
        { year: 2026, half: 2 },
      ],
      reports: [2025],
    })
    for (const run of [
      yearly,
      { kind: 'yearly', year: 2025 },
      { kind: 'hours', year: 2025, half: 2 },
    ] as const)
      await fresh.must('invoice.issue', { organisationId: id, run })
    expect(await open()).toEqual({ years: [], hours: [{ year: 2026, half: 2 }], reports: [2025] })
    await fresh.discard()
  })

  it('holds no bundle of today against hours of a year that is over', async () => {
    const fresh = await newCaseload('2026-07-15')
    const { id } = await fresh.must('organisation.save', { id: null, details: organisationDetails() })
    await fresh.must('engagement.save', engagementDetails(id, { bundleMinutes: 600 }))
    const bundleOf = async (year: number) =>
      (await fresh.must('hours.overview', { year })).organisations.map(({ bundleMinutes }) => bundleMinutes)
    expect(await bundleOf(2026)).toEqual([600])
    expect(await bundleOf(2025)).toEqual([0])
    await fresh.discard()
  })

  async function invoiceNumbered(number: string): Promise<Id> {
    const found = (await rowsTold(vault, 'invoices')).find((row) => row.number === number)
    if (found === undefined) throw new Error('no such invoice')
    return found.id
  }
})
