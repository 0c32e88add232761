import { type CalendarDate, calendarDate } from '#shared/calendar/calendar-date.ts'
import { cents } from '#shared/kernel/cents.ts'
import { type Id } from '#shared/kernel/id.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { DEFAULT_PRICE } from '#shared/organisations/engagement.ts'
import { defaultPreset, presetThreshold } from '#shared/statistics/presets.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { type CaseloadDriver } from '../test/support/caseload-driver.ts'
import { dice, type Dice } from './dice.ts'
import { inventCase } from './invented-cases.ts'
import { ACTIVITIES, madeUpLrkNumbers, ORGANISATIONS, type StoryOrganisation } from './story.ts'

/** What was entered, for the summary. */
export type Filled = { organisations: number; locations: number; cases: number; activities: number }

const SEED = 20_250_601

/** Rows of one table of the working set, as the screen would get them. */
async function rows<Row>(caseload: CaseloadDriver, table: string): Promise<Row[]> {
  caseload.events.length = 0
  await caseload.must('workingSet.load', {})
  return caseload.events
    .flatMap((event) => (event.event === 'changes' ? event.changes : []))
    .filter((change) => change.table === table)
    .flatMap((change) => change.put as Row[])
}

async function makeOrganisation(
  caseload: CaseloadDriver,
  story: StoryOrganisation,
  groupId: Id | null,
  lrkNumbers: readonly string[],
  joinedOn: CalendarDate,
): Promise<Id> {
  const address = { street: 'Verzonnenlaan 1', postcode: '0000 AA', city: story.city }
  const { id } = await caseload.must('organisation.save', {
    id: null,
    details: {
      name: story.name,
      groupId,
      kvkNumber: story.kvkNumber,
      vatId: '',
      address,
      contactName: 'Afdeling HR',
      contactEmail: 'hr@voorbeeld.invalid',
      invoiceEmail: 'administratie@voorbeeld.invalid',
      purchaseReference: '',
    },
  })
  const preset = defaultPreset(story.reachableCount)
  await caseload.must('engagement.save', {
    organisationId: id,
    startsOn: joinedOn,
    endsOn: null,
    priceCents: DEFAULT_PRICE,
    hourlyRateCents: cents(85_00),
    hoursBilling: story.hoursBilling,
    bundleMinutes: story.bundleMinutes,
    reachableCount: story.reachableCount,
    preset,
    threshold: presetThreshold(preset),
    thresholdReason: '',
  })
  for (const [index, lrkNumber] of lrkNumbers.entries())
    await caseload.must('location.save', {
      id: null,
      details: {
        organisationId: id,
        name: `${story.name} ${index + 1}`,
        lrkNumber: LrkNumber.parse(lrkNumber),
        type: story.locationType,
        address: { ...address, street: `Verzonnenlaan ${index + 1}` },
        costCentre: '',
        joinedOn,
        leftOn: null,
      },
    })
  return id
}

async function writeCase(
  caseload: CaseloadDriver,
  organisationId: Id,
  thrown: Dice,
  year: number,
  number: number,
  sameMelderAs: Id | null,
): Promise<Id> {
  const invented = inventCase(thrown, year, number)
  const { firstContactOn, channel, melderRole, position, subjects, label } = invented
  const { id } = await caseload.must('case.start', {
    details: {
      organisationId,
      locationId: null,
      firstContactOn,
      channel,
      melderRole,
      position,
      anonymous: false,
      subjects,
      discriminationGrounds: subjects.includes('discrimination') ? ['unknown'] : [],
      accusedRole: 'unknown',
      privacyToldOn: firstContactOn,
      sameMelderAs,
      sameAccusedAs: null,
      label,
    },
    note: invented.note,
    minutes: invented.minutes,
  })
  await caseload.must('case.savePersons', {
    id,
    persons: { people: [{ part: 'melder', name: invented.melderName, reach: '', remark: '' }] },
  })
  for (const details of invented.entries) await caseload.must('entry.save', { caseId: id, id: null, details })
  if (invented.closing !== null) await caseload.must('case.close', { id, closing: invented.closing })
  return id
}

/**
 * Enters what an advisor would have entered in two years, by the commands of the screen: the organisations that are
 * not there yet, their cases, activities, and the settled reports of the year before last.
 */
export async function fillCaseload(caseload: CaseloadDriver, lastYear: number): Promise<Filled> {
  const known = await rows<{ id: Id; name: string }>(caseload, 'organisations')
  const groups = await rows<{ id: Id; name: string }>(caseload, 'groups')
  const numbers = madeUpLrkNumbers(ORGANISATIONS.reduce((sum, story) => sum + story.locations, 0))
  const filled: Filled = { organisations: 0, locations: 0, cases: 0, activities: 0 }
  const ids: Id[] = []
  for (const story of ORGANISATIONS) {
    const lrkNumbers = numbers.splice(0, story.locations)
    const existing = known.find((organisation) => organisation.name === story.name)
    if (existing !== undefined) {
      ids.push(existing.id)
      continue
    }
    const groupId = groups.find((group) => group.name === story.group)?.id ?? null
    const joinedOn = calendarDate(
      story.meldersYearBefore === 0 ? `${lastYear}-01-01` : `${lastYear - 1}-01-01`,
    )
    ids.push(await makeOrganisation(caseload, story, groupId, lrkNumbers, joinedOn))
    filled.organisations += 1
    filled.locations += lrkNumbers.length
  }

  const thrown = dice(SEED)
  for (const year of [lastYear - 1, lastYear]) {
    for (const [index, story] of ORGANISATIONS.entries()) {
      const organisationId = ids[index]
      if (organisationId === undefined) continue
      const melders = year === lastYear ? story.meldersLastYear : story.meldersYearBefore
      let latest: Id | null = null
      for (let melder = 0; melder < melders; melder += 1) {
        latest = await writeCase(caseload, organisationId, thrown, year, filled.cases + 1, null)
        filled.cases += 1
      }
      // Somebody who comes twice: two cases, one melder.
      if (year === lastYear && index === 0 && latest !== null) {
        await writeCase(caseload, organisationId, thrown, year, filled.cases + 1, latest)
        filled.cases += 1
      }
    }
    for (const { organisation, monthDay, ...activity } of ACTIVITIES) {
      const organisationId = organisation === null ? null : (ids[organisation] ?? null)
      await caseload.must('activity.save', {
        id: null,
        details: {
          ...activity,
          organisationId,
          on: calendarDate(`${year}-${monthDay}`),
          billable: organisationId !== null,
          inReport: true,
        },
      })
      filled.activities += 1
    }
  }
  for (const [index, organisationId] of ids.entries()) {
    // No report of a year in which there was no contract yet.
    if (ORGANISATIONS[index]?.meldersYearBefore === 0) continue
    await caseload.must('report.settle', {
      organisationId,
      period: wholeYear(lastYear - 1),
      recipient: 'Afdeling HR',
    })
  }
  return filled
}
