import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { Invoice } from '#shared/invoicing/invoice.ts'
import { creditDraft, issueInvoice, refuseNumbering } from '#shared/invoicing/issue.ts'
import { yearlyInvoice } from '#shared/invoicing/yearly-invoice.ts'
import {
  sampleEngagement,
  sampleId,
  sampleLocation,
  sampleOrganisation,
  samplePractice,
} from '../sample-caseload.ts'
import { credit, drafted, issue } from './sample-invoices.ts'

function yearly(year: number) {
  return yearlyInvoice(
    year,
    samplePractice(),
    sampleOrganisation(),
    sampleEngagement({ hoursBilling: 'bundle', bundleMinutes: 90 }),
    [sampleLocation(0), sampleLocation(1, { joinedOn: `${year}-03-03` })],
    [],
  )
}

describe('the number of an invoice', () => {
  it('follows on the last one of its calendar year, without a gap, credit notes included', () => {
    let issued = issue(yearly(2025), [], '2025-01-08')
    issued = issue(yearly(2026), issued, '2025-12-31')
    issued = credit(issued, 0, '2025-12-31')
    expect(issued.map((invoice) => invoice.number)).toEqual(['2025-0001', '2025-0002', '2025-0003'])
  })

  it('begins again on 1 January, whatever year the invoice is about', () => {
    let issued = issue(yearly(2025), [], '2025-12-31')
    issued = issue(yearly(2025), issued, '2026-01-01')
    issued = credit(issued, 0, '2026-01-02')
    expect(issued.map((invoice) => invoice.number)).toEqual(['2025-0001', '2026-0001', '2026-0002'])
  })

  it('follows on the highest, in whatever order the earlier ones are handed over', () => {
    let issued = issue(yearly(2025), [], '2025-01-08')
    issued = issue(yearly(2026), issued, '2025-01-08')
    expect(issue(yearly(2027), [...issued].reverse(), '2025-01-09').at(-1)?.number).toBe('2025-0003')
  })

  it('goes on after the last one that was used elsewhere, in that year alone and until Luwte has one of its own', () => {
    const elsewhere = { year: 2026, last: 14 }
    const of2025 = issue(yearly(2025), [], '2025-12-31', elsewhere)
    let issued = issue(yearly(2026), of2025, '2026-03-02', elsewhere)
    issued = issue(yearly(2027), issued, '2026-03-03', elsewhere)
    issued = issue(yearly(2028), issued, '2027-01-01', elsewhere)
    expect(issued.map((invoice) => invoice.number)).toEqual([
      '2025-0001',
      '2026-0015',
      '2026-0016',
      '2027-0001',
    ])
  })

  it('that was used last elsewhere can be told until the first invoice of its year, and not changed after it', () => {
    const elsewhere = { year: 2026, last: 14 }
    const before = issue(yearly(2025), [], '2025-12-31')
    const after = issue(yearly(2026), before, '2026-03-02', elsewhere)
    expect(refuseNumbering(elsewhere, null, before)).toBe(null)
    expect(refuseNumbering(elsewhere, elsewhere, after)).toBe(null)
    expect(refuseNumbering(null, elsewhere, after)).toBe(null)
    expect(refuseNumbering({ year: 2026, last: 20 }, elsewhere, after)).toMatchObject({
      refused: 'numbers-begun',
    })
    expect(refuseNumbering({ year: 2025, last: 20 }, null, before)).toMatchObject({
      refused: 'numbers-begun',
    })
  })

  it('comes with a day until which it can be paid', () => {
    expect(issue(yearly(2024), [], '2024-02-10')[0]?.dueOn).toBe('2024-03-11')
  })
})

describe('a credit note', () => {
  const issued = issue(yearly(2025), [], '2025-01-08')
  const credited = credit(issued, 0, '2025-02-03')

  it('takes every amount back, and says of which invoice', () => {
    const [invoice, note] = credited
    expect(note?.creditOf).toEqual({ id: invoice?.id, number: '2025-0001', issuedOn: '2025-01-08' })
    expect(note?.lines.map((line) => line.amountCents)).toEqual(
      invoice?.lines.map((line) => 0 - line.amountCents),
    )
    for (const amount of ['netCents', 'vatCents', 'grossCents'] as const)
      expect((note?.[amount] ?? 0) + (invoice?.[amount] ?? 0)).toBe(0)
    expect(note).toMatchObject({
      seller: invoice?.seller,
      buyer: invoice?.buyer,
      supplyPeriod: invoice?.supplyPeriod,
    })
  })

  it('leaves the invoice as it was', () => {
    expect(credited[0]).toEqual(issued[0])
  })

  it('is made once, and never of a credit note', () => {
    const [invoice, note] = credited
    if (!invoice || !note) throw new Error('two were issued')
    expect(creditDraft(invoice, credited)).toEqual({ refused: 'already-credited' })
    expect(creditDraft(note, credited)).toEqual({ refused: 'credit-of-credit' })
  })

  it('takes back an invoice over nothing as nothing', () => {
    const free = yearlyInvoice(
      2025,
      samplePractice(),
      sampleOrganisation(),
      sampleEngagement({ priceCents: 0 }),
      [sampleLocation(0)],
      [],
    )
    const note = credit(issue(free, [], '2025-01-08'), 0, '2025-01-09').at(-1)
    expect(JSON.stringify(note)).not.toContain('-0,')
    expect(Object.is(note?.netCents, 0)).toBe(true)
  })

  it('is not issued without the invoice that it takes back', () => {
    const [invoice] = issued
    if (!invoice) throw new Error('one was issued')
    const draft = drafted(creditDraft(invoice, issued))
    expect(() => issueInvoice(draft, issued, sampleId(9), calendarDate('2025-02-03'), 0)).toThrow()
  })
})

describe('an invoice that is read back', () => {
  const [invoice] = issue(yearly(2025), [], '2025-01-08')
  if (!invoice) throw new Error('one was issued')
  const refusedFields = (changes: Record<string, unknown>) => {
    const read = Invoice.safeParse({ ...invoice, ...changes })
    return read.success ? [] : read.error.issues.map((issue) => issue.path[0])
  }

  it('is none when its amounts do not add up', () => {
    expect(refusedFields({})).toEqual([])
    expect(refusedFields({ grossCents: invoice.grossCents + 1 })).toEqual(['grossCents'])
    expect(refusedFields({ lines: invoice.lines.slice(1) })).toEqual(['netCents'])
  })

  it('is none when a credit note takes nothing back, or another invoice does', () => {
    const reference = { id: sampleId(9), number: '2025-0009', issuedOn: '2025-01-01' }
    expect(refusedFields({ kind: 'credit' })).toEqual(['creditOf'])
    expect(refusedFields({ creditOf: reference })).toEqual(['creditOf'])
  })

  it('holds every field that article 35a of the Wet op de omzetbelasting asks for', () => {
    for (const field of [
      'number',
      'issuedOn',
      'supplyPeriod',
      'seller',
      'buyer',
      'lines',
      'vatPercent',
      'netCents',
      'vatCents',
    ])
      expect(refusedFields({ [field]: undefined })).toContain(field)
    for (const field of ['name', 'address', 'vatId', 'kvkNumber'])
      expect(refusedFields({ seller: { ...invoice.seller, [field]: undefined } })).toEqual(['seller'])
    for (const field of ['name', 'address'])
      expect(refusedFields({ buyer: { ...invoice.buyer, [field]: undefined } })).toEqual(['buyer'])
  })
})
