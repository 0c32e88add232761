import { halfOf, yearOf } from '#shared/calendar/calendar-date.ts'
import { refuseImplausible } from '#shared/calendar/plausible-date.ts'
import { type Half } from '#shared/calendar/period.ts'
import { type BillableTime, billableTime, consultTime } from '#shared/invoicing/billable-time.ts'
import { bundleOfYear } from '#shared/invoicing/bundle-of-year.ts'
import { minutesByHalf, uninvoicedMinutes } from '#shared/invoicing/kept-time.ts'
import { coversOf } from '#shared/invoicing/late-hours.ts'
import { type Id } from '#shared/kernel/id.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { put, remove } from '../caseload.ts'
import { type Unlocked } from '../unlocked.ts'
import { forgetFormsAbout } from './drafts.ts'
import { type Handlers } from './handler.ts'

const MINUTES_IN_DAY = 1440

/** Minutes already written down on one day, cases and activities together; `except` is the record being changed. */
function minutesOn(vault: Unlocked, day: string, except: Id | null): number {
  return vault.caseload
    .workOn(day)
    .filter((item) => item.id !== except)
    .reduce((total, item) => total + item.minutes, 0)
}

/** True when a day would hold more than 24 hours of work. */
export function dayTooLong(vault: Unlocked, day: string, minutes: number, except: Id | null): boolean {
  return minutesOn(vault, day, except) + minutes > MINUTES_IN_DAY
}

/**
 * What an organisation pays for in one half-year, in one number. Consults are merged with meetings, so that from here on
 * nobody can tell one from the other, unless the contract bills consults alone; of a half-year that was invoiced, what was
 * agreed then. Time of cases that were destroyed since counts on.
 */
export function billableTimeOf(vault: Unlocked, organisationId: Id, year: number, half: Half): BillableTime {
  const within = (on: Parameters<typeof yearOf>[0]) => yearOf(on) === year && halfOf(on) === half
  const consults = vault.caseload
    .all('case')
    .filter((caseFile) => caseFile.organisationId === organisationId)
    .flatMap((caseFile) => vault.caseload.entriesOf(caseFile.id))
    .filter((entry) => within(entry.on))
    .reduce((total, entry) => total + entry.minutes, 0)
  const kept = vault.caseload
    .all('kept-time')
    .filter((one) => one.organisationId === organisationId && one.year === year && one.half === half)
    .reduce((total, { minutes }) => total + minutes, 0)
  const others = vault.caseload
    .all('activity')
    .filter(
      (activity) => activity.organisationId === organisationId && activity.billable && within(activity.on),
    )
    .reduce((total, activity) => total + activity.minutes, 0)
  const engagement = vault.caseload.all('engagement').find((one) => one.organisationId === organisationId)
  const invoices = vault.caseload.all('invoice').filter((one) => one.organisationId === organisationId)
  return coversOf(year, half, engagement ?? null, invoices) === 'consults'
    ? consultTime(organisationId, year, half, consults + kept)
    : billableTime(organisationId, year, half, consults + kept, others)
}

/** Activities besides cases, and the hours of a year. */
export const hoursHandlers: Handlers<
  'activity.save' | 'activity.remove' | 'hours.overview' | 'case.uninvoicedTime'
> = {
  'activity.save': async ({ id, details }, vault) => {
    if (id !== null && vault.caseload.get('activity', id) === undefined) return refuse('not-found')
    if (details.organisationId !== null && !vault.caseload.get('organisation', details.organisationId))
      return refuse('not-found', 'organisationId')
    const implausible = refuseImplausible(details.on, vault.today, 'on')
    if (implausible) return implausible
    if (dayTooLong(vault, details.on, details.minutes, id)) return refuse('day-too-long', 'minutes')
    const activity = { ...details, id: id ?? vault.newId() }
    await vault.write('activity.save', [put('activity', activity)])
    return { id: activity.id }
  },

  'activity.remove': async ({ id }, vault) => {
    if (vault.caseload.get('activity', id) === undefined) return refuse('not-found')
    await vault.write('activity.remove', [remove('activity', id), ...forgetFormsAbout(id, vault)])
    return {}
  },

  'hours.overview': async ({ year }, vault) => ({
    organisations: vault.caseload.all('organisation').map(({ id }) => {
      const engagement = vault.caseload.all('engagement').find((one) => one.organisationId === id) ?? null
      const invoices = vault.caseload.all('invoice').filter((one) => one.organisationId === id)
      return {
        organisationId: id,
        firstHalfMinutes: billableTimeOf(vault, id, year, 1).minutes,
        secondHalfMinutes: billableTimeOf(vault, id, year, 2).minutes,
        bundleMinutes: bundleOfYear(year, engagement, invoices, vault.today),
      }
    }),
  }),

  'case.uninvoicedTime': async ({ id }, vault) => {
    const caseFile = vault.caseload.get('case', id)
    if (caseFile === undefined) return refuse('not-found')
    const { organisationId } = caseFile
    const own = <T extends { organisationId: Id }>(all: T[]) =>
      all.filter((one) => one.organisationId === organisationId)
    const engagement = own(vault.caseload.all('engagement'))[0] ?? null
    const invoices = own(vault.caseload.all('invoice'))
    const minutes = minutesByHalf(vault.caseload.entriesOf(id)).map((ofCase) => {
      const time = billableTimeOf(vault, organisationId, ofCase.year, ofCase.half)
      return uninvoicedMinutes(time, ofCase.minutes, engagement, invoices)
    })
    return { minutes: minutes.reduce((total, one) => total + one, 0) }
  },
}
