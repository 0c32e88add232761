import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type JointSubject } from '#shared/reports/joint-report.ts'
import { type ReportChoices } from '#shared/reports/report-choices.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import {
  engagementDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'
import { comeToReport } from '../../support/reported-organisation.ts'

const period = wholeYear(2025)
const choices: ReportChoices = {
  dimensions: [{ dimension: 'location', from: 'locations' }],
  crossTables: [],
}

let vault: NewCaseload
let group: JointSubject
const units: Id[] = []
const unit = (index: number): Id => units[index] ?? ''

/** Two entities with two locations each: nine and eight people came to those of the first, seven and six of the second, and six of each to none. */
beforeAll(async () => {
  vault = await newCaseload('2026-02-01')
  const { id: groupId } = await vault.must('group.save', { id: null, name: 'Fantasia Groep' })
  group = { kind: 'group', groupId }
  const numbers = ['000000012', '000000024', '000000036', '000000048']
  for (const [index, counts] of [
    [9, 8],
    [7, 6],
  ].entries()) {
    const { id } = await vault.must('organisation.save', {
      id: null,
      details: organisationDetails({ name: `Fantasia ${index + 1}`, groupId }),
    })
    await vault.must('engagement.save', engagementDetails(id))
    units.push(id)
    for (const [place, count] of counts.entries()) {
      const { id: locationId } = await vault.must('location.save', {
        id: null,
        details: {
          organisationId: id,
          name: `Zandkasteel ${index + 1}.${place + 1}`,
          lrkNumber: LrkNumber.parse(numbers[2 * index + place]),
          type: 'KDV',
          address: organisationDetails().address,
          costCentre: '',
          joinedOn: calendarDate('2024-01-01'),
          leftOn: null,
        },
      })
      const as = () => ({ locationId })
      await comeToReport(vault, id, { count, from: `2025-01-0${place + 1}`, daysApart: 19, as })
    }
    await comeToReport(vault, id, { count: 6, from: '2025-01-05', daysApart: 19 })
  }
}, 60_000)
afterAll(() => vault.discard())

it('an entity has its own report by location after its group had one, with the rows that the group’s told anyway', async () => {
  await vault.must('jointReport.saveChoices', { subject: group, period, choices })
  const { report } = await vault.must('jointReport.settle', { subject: group, period, recipient: 'HR' })
  const rows = report.figures.tables.find(({ dimension }) => dimension === 'location')?.rows ?? []
  expect(rows.map(({ value }) => value).sort()).toEqual([12, 6, 7, 8, 9])
  await vault.must('report.saveDraft', { organisationId: unit(0), period, changes: { choices } })
  const own = await vault.ask('report.preview', { organisationId: unit(0), period })
  expect(own).not.toHaveProperty('refused')
  if ('refused' in own) return
  const ownRows = own.report.figures.tables.find(({ dimension }) => dimension === 'location')?.rows ?? []
  expect(ownRows.map(({ value }) => value).sort()).toEqual([6, 8, 9])
})
