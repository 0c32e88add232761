import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { UNDOABLE } from '#shared/contracts/undo.ts'
import { type DraftAbout } from '#shared/contracts/draft-about.ts'
import { type VaultCommand, type VaultInput } from '#shared/contracts/vault.ts'
import { type WorkingSetRow, type WorkingSetTable } from '#shared/contracts/working-set-rows.ts'
import { type Id } from '#shared/kernel/id.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { USUAL_CHOICES } from '#shared/reports/report-choices.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import {
  caseDetails,
  engagementDetails,
  type NewCaseload,
  organisationDetails,
  PRACTICE,
} from '../../support/new-caseload.ts'
import { rowsTold } from '../../support/rows-told.ts'

const on = calendarDate('2026-06-10')
const undoable: readonly string[] = UNDOABLE

/** An advisor who does one thing after another, each with whatever is there, and counts what she could take back. */
export class Doer {
  /** Steps that can be taken back or are refused, and stay. */
  steps = 0
  readonly #vault: NewCaseload
  #drawn = 0

  constructor(vault: NewCaseload) {
    this.#vault = vault
  }

  /** Asks, whatever comes of it, and keeps count. */
  async #do<C extends VaultCommand>(command: C, input: VaultInput<C>): Promise<unknown> {
    const answer = await this.#vault.ask(command, input)
    const isRefused = typeof answer === 'object' && 'refused' in answer
    if (!isRefused && undoable.includes(command)) this.steps = Math.min(this.steps + 1, 50)
    return answer
  }

  async #some<Table extends WorkingSetTable>(table: Table, which: number) {
    const rows: WorkingSetRow<Table>[] = await rowsTold(this.#vault, table)
    return rows[which % rows.length]
  }

  #number(): string {
    this.#drawn += 1
    return String(this.#drawn).padStart(9, '0')
  }

  async #save(id: Id | null, groupId: Id | null): Promise<void> {
    await this.#do('organisation.save', { id, details: organisationDetails({ groupId }) })
  }

  async #type(about: DraftAbout, text: string): Promise<void> {
    await this.#do('draft.save', { about, text })
  }

  /** What it can do by name; `which` chooses among what is there. */
  readonly deeds = {
    practice: () => this.#do('practice.save', PRACTICE),
    group: () => this.#do('group.save', { id: null, name: 'Concern Fantasia' }),
    organisation: () => this.#save(null, null),
    joinGroup: async (which: number) => {
      const [own, group] = [await this.#some('organisations', which), await this.#some('groups', which)]
      if (own && group) await this.#save(own.id, group.id)
    },
    leaveGroup: async (which: number) => {
      const own = await this.#some('organisations', which)
      if (own) await this.#save(own.id, null)
    },
    removeOrganisation: (which: number) => this.#remove('organisations', 'organisation.remove', which),
    contract: async (which: number) => {
      const own = await this.#some('organisations', which)
      if (own)
        await this.#do('engagement.save', engagementDetails(own.id, { hoursBilling: 'half-yearly-line' }))
    },
    location: async (which: number) => {
      const own = await this.#some('organisations', which)
      if (!own) return
      const details = {
        organisationId: own.id,
        name: 'Locatie Proef',
        lrkNumber: LrkNumber.parse(this.#number()),
        type: 'KDV' as const,
        address: { street: '', postcode: '', city: 'Nergenshuizen' },
        costCentre: '',
        joinedOn: calendarDate('2024-01-01'),
        leftOn: null,
      }
      await this.#do('location.save', { id: null, details })
    },
    renumber: async (which: number) => {
      const own = await this.#some('locations', which)
      const invoices = await rowsTold(this.#vault, 'invoices')
      // By hand it may be done to what was invoiced as well: that is no matter of taking back.
      if (!own || invoices.some(({ organisationId }) => organisationId === own.organisationId)) return
      const { id, ...details } = own
      await this.#do('location.save', {
        id,
        details: { ...details, lrkNumber: LrkNumber.parse(this.#number()) },
      })
    },
    removeLocation: (which: number) => this.#remove('locations', 'location.remove', which),
    start: async (which: number) => {
      const own = await this.#some('organisations', which)
      const location = await this.#some('locations', which)
      if (!own) return
      const locationId = location?.organisationId === own.id ? location.id : null
      const details = caseDetails(own.id, { locationId })
      await this.#do('case.start', { details, note: 'Eerste gesprek.', minutes: 30 })
    },
    startWithOrganisation: () => {
      const details = caseDetails('0'.repeat(26))
      return this.#do('case.start', { details, newOrganisation: 'Nieuw', note: '', minutes: 30 })
    },
    move: async (which: number) => {
      const [own, to] = [await this.#some('cases', which), await this.#some('organisations', which + 1)]
      if (own && to) await this.#do('case.change', { id: own.id, details: caseDetails(to.id) })
    },
    link: async (which: number) => {
      const [own, other] = [await this.#some('cases', which), await this.#some('cases', which + 1)]
      if (!own || !other || own.id === other.id) return
      const details = caseDetails(own.organisationId, { sameMelderAs: other.id, sameAccusedAs: other.id })
      await this.#do('case.change', { id: own.id, details })
    },
    unlink: async (which: number) => {
      const own = await this.#some('cases', which)
      if (own) await this.#do('case.unlink', { id: own.id, which: which % 2 === 0 ? 'melder' : 'accused' })
    },
    note: async (which: number) => {
      const own = await this.#some('cases', which)
      if (!own) return
      const details = { kind: 'contact', on, channel: 'phone', minutes: 20, note: 'Later gesprek.' } as const
      await this.#do('entry.save', { caseId: own.id, id: null, details, endsDraft: own.id })
    },
    removeNote: async (which: number) => {
      const own = await this.#some('cases', which)
      if (!own) return
      const { entries } = await this.#vault.must('case.open', { id: own.id })
      const entry = entries[which % entries.length]
      if (entry) await this.#do('entry.remove', { id: entry.id })
    },
    type: async (which: number) => {
      const own = await this.#some('cases', which)
      if (own) await this.#type(own.id, 'Half een zin')
    },
    typeNothing: async (which: number) => {
      const own = await this.#some('cases', which)
      if (own) await this.#type(own.id, '')
    },
    typeNew: () => this.#type('new-case', 'Er belt iemand'),
    names: async (which: number) => {
      const own = await this.#some('cases', which)
      const people = [{ part: 'melder' as const, name: 'Proefpersoon Een', reach: '', remark: '' }]
      if (own) await this.#do('case.savePersons', { id: own.id, persons: { people } })
    },
    close: async (which: number) => {
      const own = await this.#some('cases', which)
      const closing = { on: calendarDate('2026-07-01'), outcome: 'resolved' as const, aftercare: '' }
      if (own) await this.#do('case.close', { id: own.id, closing })
    },
    reopen: async (which: number) => {
      const own = await this.#some('cases', which)
      if (own) await this.#do('case.reopen', { id: own.id })
    },
    activity: async (which: number) => {
      const own = await this.#some('organisations', which)
      const details = {
        organisationId: own?.id ?? null,
        kind: 'consultation-hr' as const,
        on,
        minutes: 60,
        description: 'Overleg',
        withWhom: '',
        reach: null,
        billable: true,
        inReport: true,
        becauseOfCase: false,
      }
      await this.#do('activity.save', { id: null, details })
    },
    removeActivity: (which: number) => this.#remove('activities', 'activity.remove', which),
    invoice: (which: number) => this.#issue({ kind: 'yearly', year: 2026 }, which),
    invoiceHours: (which: number) => this.#issue({ kind: 'hours', year: 2026, half: 1 }, which),
    credit: async (which: number) => {
      const own = await this.#some('invoices', which)
      if (own) await this.#do('invoice.credit', { id: own.id })
    },
    figure: async (which: number) => {
      const own = await this.#some('organisations', which)
      if (!own) return
      const location = (await rowsTold(this.#vault, 'locations')).find((one) => one.organisationId === own.id)
      const row = location && { dimension: 'location', categories: [location.id] }
      await this.#do('ledger.enter', {
        organisationId: own.id,
        recipient: 'Directie',
        document: 'Jaarverslag van voor Luwte',
        handedOverOn: calendarDate('2026-01-15'),
        figures: [
          { period: wholeYear(2025), dimension: 'total', categories: [], ...row, value: 12, page: '' },
        ],
      })
    },
    removeFigure: async (which: number) => {
      const { figures } = await this.#vault.must('ledger.list', { organisationId: null })
      const own = figures[which % figures.length]
      if (own) await this.#do('ledger.remove', { reportId: own.reportId })
    },
    report: async (which: number) => {
      const own = await this.#some('organisations', which)
      if (own)
        await this.#do('report.saveDraft', { organisationId: own.id, period: wholeYear(2025), changes: {} })
    },
    jointReport: async (which: number) => {
      const own = await this.#some('groups', which)
      const subject = own ? { kind: 'group' as const, groupId: own.id } : { kind: 'caseload' as const }
      await this.#do('jointReport.saveChoices', { subject, period: wholeYear(2025), choices: USUAL_CHOICES })
    },
  }

  async #remove(
    table: 'organisations' | 'locations' | 'activities',
    command: 'organisation.remove' | 'location.remove' | 'activity.remove',
    which: number,
  ): Promise<void> {
    const own = await this.#some(table, which)
    if (own) await this.#do(command, { id: own.id })
  }

  async #issue(run: VaultInput<'invoice.issue'>['run'], which: number): Promise<void> {
    const own = await this.#some('organisations', which)
    if (own) await this.#do('invoice.issue', { organisationId: own.id, run })
  }
}
