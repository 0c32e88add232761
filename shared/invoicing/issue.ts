import { addDays, type CalendarDate, yearOf } from '../calendar/calendar-date.ts'
import { negated } from '../kernel/cents.ts'
import { type Id } from '../kernel/id.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { type Practice } from '../practice/practice.ts'
import { type Invoice, type InvoiceDraft, type InvoiceLine } from './invoice.ts'

function ofYear(issued: readonly Invoice[], year: number): Invoice[] {
  return issued.filter(({ number }) => number.startsWith(`${year}-`))
}

/**
 * Why the last number used elsewhere cannot become `wanted`: there are invoices of that year already, and numbers that
 * were given never change. `null` when it can, also when it stays what it was.
 */
export function refuseNumbering(
  wanted: Practice['numberedElsewhere'],
  kept: Practice['numberedElsewhere'],
  issued: readonly Invoice[],
): Refusal<'numbers-begun'> | null {
  if (wanted === null || (wanted.year === kept?.year && wanted.last === kept.last)) return null
  return ofYear(issued, wanted.year).length === 0 ? null : refuse('numbers-begun', 'numberedElsewhere')
}

/**
 * Gives a draft its number and day: the next of the calendar year, without a gap (art. 35a lid 1 onder b Wet OB), the
 * first of its year after those that were numbered elsewhere. `issued` holds every invoice ever issued, `creditOf` names
 * what a credit note takes back. Whether `today` can be
 * believed is asked before (`doubtAboutDay`): neither number nor day ever changes.
 */
export function issueInvoice(
  draft: InvoiceDraft,
  issued: readonly Invoice[],
  id: Id,
  today: CalendarDate,
  paymentDays: number,
  creditOf: Invoice['creditOf'] = null,
  elsewhere: Practice['numberedElsewhere'] = null,
): Invoice {
  if ((draft.kind === 'credit') !== (creditOf !== null))
    throw new Error('a credit note refers to an invoice, and nothing else does')
  const year = yearOf(today)
  const numbers = ofYear(issued, year).map((invoice) => Number(invoice.number.slice(5)))
  const next = Math.max(elsewhere?.year === year ? elsewhere.last : 0, ...numbers) + 1
  return {
    ...draft,
    id,
    number: `${year}-${String(next).padStart(4, '0')}`,
    issuedOn: today,
    dueOn: addDays(today, paymentDays),
    creditOf,
  }
}

function takenBack(line: InvoiceLine): InvoiceLine {
  return { ...line, amountCents: negated(line.amountCents) }
}

/** The draft that takes an invoice back whole, or why it cannot be: it is one already, or was taken back. */
export function creditDraft(
  invoice: Invoice,
  issued: readonly Invoice[],
): InvoiceDraft | Refusal<'already-credited' | 'credit-of-credit'> {
  if (invoice.kind === 'credit') return refuse('credit-of-credit')
  if (issued.some((other) => other.creditOf?.id === invoice.id)) return refuse('already-credited')
  const { id: _id, number: _number, issuedOn: _issued, dueOn: _due, creditOf: _credit, ...draft } = invoice
  return {
    ...draft,
    kind: 'credit',
    lines: invoice.lines.map(takenBack),
    netCents: negated(invoice.netCents),
    vatCents: negated(invoice.vatCents),
    grossCents: negated(invoice.grossCents),
  }
}
