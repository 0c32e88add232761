import { type CalendarDate, calendarDate } from '#shared/calendar/calendar-date.ts'
import { Invoice, type InvoiceDraft } from '#shared/invoicing/invoice.ts'
import { creditDraft, issueInvoice } from '#shared/invoicing/issue.ts'
import { type Refusal } from '#shared/kernel/refusal.ts'
import { type Practice } from '#shared/practice/practice.ts'
import { sampleId } from '../sample-caseload.ts'

/** The draft, or a failing test that names the reason why there is none. */
export function drafted(draft: InvoiceDraft | Refusal): InvoiceDraft {
  if ('refused' in draft) throw new Error(draft.refused)
  return draft
}

/** Issues a draft and adds it to what was issued before; every invoice is parsed as the vault would. */
export function issue(
  draft: InvoiceDraft | Refusal,
  issued: readonly Invoice[],
  on: string,
  elsewhere: Practice['numberedElsewhere'] = null,
): Invoice[] {
  const invoice = issueInvoice(drafted(draft), issued, nextId(issued), calendarDate(on), 30, null, elsewhere)
  return [...issued, Invoice.parse(invoice)]
}

/** Takes the invoice back that was issued as number `index` of the list. */
export function credit(issued: readonly Invoice[], index: number, on: string): Invoice[] {
  const original = issued[index]
  if (original === undefined) throw new Error('no such invoice')
  const { id, number, issuedOn } = original
  const day: CalendarDate = calendarDate(on)
  const note = issueInvoice(drafted(creditDraft(original, issued)), issued, nextId(issued), day, 0, {
    id,
    number,
    issuedOn,
  })
  return [...issued, Invoice.parse(note)]
}

function nextId(issued: readonly Invoice[]): string {
  return sampleId(3000 + issued.length)
}
