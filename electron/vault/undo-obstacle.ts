import { halfOf, yearOf, type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type NoteAbout } from '#shared/contracts/draft-about.ts'
import { type RefusalSlug } from '#shared/contracts/refusal-slugs.ts'
import { type UndoableCommand } from '#shared/contracts/undo.ts'
import { refuseNumbering } from '#shared/invoicing/issue.ts'
import { type Caseload, type Intention, type Written } from './caseload.ts'
import { type CaseloadKind, type CaseloadRecord, type KindedRecord } from './caseload-kinds.ts'
import { leftBehind } from './references.ts'

/**
 * One change as it can be taken back: which draft it ended, also one that was never kept, and how many invoices had been
 * issued when it was made.
 */
export type Step = {
  command: UndoableCommand
  written: readonly Written[]
  endsDraft: NoteAbout | null
  invoices: number
}

const WHY: Record<CaseloadKind, RefusalSlug> = {
  draft: 'undo-leaves-draft',
  invoice: 'undo-leaves-invoice',
  ledger: 'undo-leaves-figures',
  remainder: 'undo-leaves-figures',
  narrative: 'undo-leaves-report',
  report: 'undo-leaves-report',
  'joint-report': 'undo-leaves-report',
  contribution: 'undo-leaves-contribution',
  'given-contribution': 'undo-leaves-contribution',
  // What else refers to something was changed after it, and would have to be taken back first.
  practice: 'undo-too-late',
  group: 'undo-too-late',
  organisation: 'undo-too-late',
  location: 'undo-too-late',
  engagement: 'undo-too-late',
  case: 'undo-too-late',
  entry: 'undo-too-late',
  persons: 'undo-too-late',
  activity: 'undo-too-late',
  'kept-time': 'undo-too-late',
  'backup-target': 'undo-too-late',
  destruction: 'undo-too-late',
  history: 'undo-too-late',
  envelope: 'undo-too-late',
  check: 'undo-too-late',
}

type Billable = { organisationId: string; isConsult: boolean; on: CalendarDate; minutes: number }

function billable(caseload: Caseload, record: KindedRecord | null): Billable | null {
  if (record?.kind === 'entry') {
    const organisationId = caseload.get('case', record.value.caseId)?.organisationId
    return organisationId === undefined ? null : { ...record.value, organisationId, isConsult: true }
  }
  if (record?.kind !== 'activity' || !record.value.billable || record.value.organisationId === null)
    return null
  return { ...record.value, organisationId: record.value.organisationId, isConsult: false }
}

function isBilledIn({ organisationId, lines }: CaseloadRecord<'invoice'>, time: Billable): boolean {
  return lines.some(
    (line) =>
      line.kind === 'hours' &&
      organisationId === time.organisationId &&
      line.year === yearOf(time.on) &&
      line.half === halfOf(time.on) &&
      (time.isConsult || line.covers === 'everything'),
  )
}

/** True when it would change hours that were billed since: the invoice would say more or less than was written down. */
function changesBilledTime(caseload: Caseload, { written, invoices }: Step): boolean {
  const all = caseload.all('invoice')
  const takenBack = new Set(all.map(({ creditOf }) => creditOf?.id))
  const since = all.slice(invoices).filter(({ id, kind }) => kind === 'hours' && !takenBack.has(id))
  return written.some(({ before, after }) => {
    const [was, is] = [billable(caseload, before), billable(caseload, after)]
    return since.some((one) => {
      const minutesOf = (time: Billable | null) => (time !== null && isBilledIn(one, time) ? time.minutes : 0)
      return minutesOf(was) !== minutesOf(is)
    })
  })
}

/** True when it would change the number after which hers begin, where some were given out: then one would come twice. */
function changesNumbering(caseload: Caseload, intentions: readonly Intention[]): boolean {
  const then = intentions.find(({ kind }) => kind === 'practice')
  if (then === undefined) return false
  const now = caseload.get('practice', 'practice')?.numberedElsewhere ?? null
  const again = then.after?.kind === 'practice' ? then.after.value.numberedElsewhere : null
  return refuseNumbering(again, now, caseload.all('invoice')) !== null
}

/**
 * Why a step cannot be taken back, `null` when it can: it would remove what something that stands refers to, or hours
 * that were billed since. What is being typed is never compared: it is kept whatever is taken back.
 */
export function undoObstacle(
  caseload: Caseload,
  step: Step,
  intentions: readonly Intention[],
): RefusalSlug | null {
  if (!caseload.stillAsWritten(step.written.filter(({ kind }) => kind !== 'draft'))) return 'undo-too-late'
  const left = leftBehind(caseload, intentions)
  if (left !== null) return WHY[left]
  return changesBilledTime(caseload, step) || changesNumbering(caseload, intentions)
    ? 'undo-leaves-invoice'
    : null
}
