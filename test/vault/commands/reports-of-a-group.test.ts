import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ActivityDetails } from '#shared/activities/activity.ts'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { type OrganisationStatement } from '#shared/reports/organisation-statement.ts'
import { type TeamMember } from '#shared/reports/report-team.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { type Preset } from '#shared/statistics/presets.ts'
import {
  caseDetails,
  engagementDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
  PRACTICE,
} from '../../support/new-caseload.ts'

const day = (monthDay: string) => calendarDate(`2024-${monthDay}`)
const YEAR = wholeYear(2024)

const activities: [string, ActivityDetails['kind'], string, string][] = [
  ['03-25', 'annual-report-talk', 'Jaarverslag 2023 en werkplan 2024', 'HR'],
  ['08-05', 'peer-review', 'Intervisie', 'vertrouwenspersonen van Stichting Luchtkasteel'],
  ['12-09', 'peer-review', 'Intervisie', 'vertrouwenspersonen van Stichting Luchtkasteel'],
  ['06-24', 'consultation-hr', 'Overleg van het team', 'HR'],
  ['11-19', 'consultation-works-council', 'Bijpraten en afstemmen', 'GOR'],
  ['11-20', 'consultation-company-doctor', 'Bijpraten en afstemmen', 'bedrijfsarts'],
  ['10-14', 'information-session', 'Voorlichting over gewenst gedrag', 'medewerkers van de peuteropvang'],
  ['09-03', 'introduction-of-trainees', 'Kennismaking', 'alle stagiaires'],
  ['05-21', 'other', 'Vrijwilligersplatform', 'vrijwilligers'],
]

const team: TeamMember[] = [
  ['internal', 'medewerkers van twee entiteiten', 'in de loop van het jaar vertrokken', '06-30'],
  ['external', 'medewerkers van twee entiteiten', '', null],
  ['internal', 'vrijwilligers van de groep', '', null],
  ['internal', 'medewerkers en vrijwilligers van de derde entiteit', '', null],
  ['external', 'medewerkers en vrijwilligers van de derde entiteit', '', null],
].map(([position, forWhom, remark, until]) => ({
  name: '',
  position: position === 'internal' ? 'internal' : 'external',
  forWhom: forWhom ?? '',
  certificate: '',
  certifiedUntil: null,
  from: null,
  until: until === null || until === undefined ? null : day(until),
  remark: remark ?? '',
}))

const LRK = [
  '100178376',
  '100248640',
  '100565323',
  '100819497',
  '123456782',
  '111222333',
  '111111110',
  '123123123',
]

const statement: OrganisationStatement = {
  complaints: {
    source: 'Proefpersoon C, directeur-bestuurder',
    statedOn: calendarDate('2025-01-06'),
    items: [
      ['Veiligheid', 'Omgang tussen jonge kinderen'],
      ['Pedagogisch beleid', 'Verschil van inzicht over een advies'],
      ['Communicatie', 'Onduidelijke planning'],
      ['Administratie', 'Fout in een factuur'],
    ].map(([kind, cause]) => ({ stage: 'informal', kind: kind ?? '', cause: cause ?? '', count: 1 })),
    remark: 'Alle naar tevredenheid opgelost.',
  },
  disputes: {
    source: 'Certificaten van de Geschillencommissie Kinderopvang',
    statedOn: calendarDate('2025-01-06'),
    locations: LRK.map((lrkNumber, index) => ({
      location: `KDV Fantasia ${index + 1}`,
      lrkNumber,
      place: 'Verzonnendorp',
      disputes: 0,
    })),
    remark: '',
  },
}

describe('the yearly report of a group as a real one was, under fictional names', () => {
  let vault: NewCaseload
  const units: Id[] = []

  beforeAll(async () => {
    vault = await newCaseload('2025-02-01')
    await vault.must('practice.save', { ...PRACTICE, certificate: 'Gecertificeerd (proef)' })
    const { id: groupId } = await vault.must('group.save', { id: null, name: 'Fantasia Groep' })
    for (const name of ['Fantasia Oost', 'Fantasia Zuid', 'Fantasia West']) {
      const details = organisationDetails({ name, groupId })
      units.push((await vault.must('organisation.save', { id: null, details })).id)
    }
    for (const id of units) await vault.must('engagement.save', engagementDetails(id))
    for (const [index, number] of LRK.entries())
      await vault.must('location.save', {
        id: null,
        details: {
          organisationId: unit(0),
          name: `KDV Fantasia ${index + 1}`,
          lrkNumber: LrkNumber.parse(number),
          type: 'KDV',
          address: { street: '', postcode: '', city: 'Verzonnendorp' },
          costCentre: '',
          joinedOn: calendarDate('2024-01-01'),
          leftOn: null,
        },
      })
    const start = (changes: Parameters<typeof caseDetails>[1]) =>
      vault.must('case.start', { details: caseDetails(unit(0), changes), note: '', minutes: 30 })
    await start({ firstContactOn: day('04-10'), subjects: ['with-manager'], position: 'accused' })
    await start({ firstContactOn: day('09-20'), subjects: ['supervision'], melderRole: 'parent' })
    for (const [monthDay, kind, description, withWhom] of activities)
      await vault.must('activity.save', {
        id: null,
        details: {
          organisationId: kind === 'peer-review' ? null : unit(0),
          kind,
          on: day(monthDay),
          minutes: 120,
          description,
          withWhom,
          reach: null,
          billable: false,
          inReport: true,
          becauseOfCase: false,
        },
      })
    await vault.must('report.saveDraft', {
      organisationId: unit(0),
      period: YEAR,
      changes: {
        team,
        statement,
        factCheck: {
          sentOn: calendarDate('2025-01-10'),
          checkedOn: calendarDate('2025-01-20'),
          checkedBy: 'HR',
        },
        narrative: {
          signals: '',
          recommendations: [{ text: 'Vraag voor alle functies certificering.', owner: 'HR' }],
          followUps: [],
          lookingBack: '',
          workPlan: 'Voorlichting en overleg.',
        },
      },
    })
  }, 60_000)
  afterAll(() => vault.discard())

  const unit = (index: number): Id => units[index] ?? ''
  const preview = async (index: number, preset: Preset) => {
    const threshold = preset === 'strict' ? 10 : 5
    await vault.must('engagement.save', engagementDetails(unit(index), { preset, threshold }))
    return (await vault.must('report.preview', { organisationId: unit(index), period: YEAR })).report
  }

  it.each<[Preset, unknown, unknown]>([
    ['ordinary', { shown: 'exact', value: 2 }, { shown: 'exact', value: 0 }],
    ['careful', { shown: 'band', from: 0, to: 4 }, { shown: 'band', from: 0, to: 4 }],
    ['strict', { shown: 'below', below: 10 }, { shown: 'below', below: 10 }],
  ])(
    'prints of two, none and none what %s allows, and of no case more than that',
    async (preset, two, none) => {
      const reports = [await preview(0, preset), await preview(1, preset), await preview(2, preset)]
      expect(reports.map(({ figures }) => figures.total)).toEqual([two, none, none])
      for (const { figures } of reports) {
        expect(figures.tables).toEqual([])
        expect(figures.crossTables).toEqual([])
      }
    },
  )

  it.each<Preset>(['ordinary', 'careful', 'strict'])('tells all else whole under %s', async (preset) => {
    const report = await preview(0, preset)
    expect(report.group).toEqual({
      name: 'Fantasia Groep',
      entities: ['Fantasia Oost', 'Fantasia West', 'Fantasia Zuid'].map((name): unknown =>
        expect.objectContaining({ name, locationCount: name === 'Fantasia Oost' ? 8 : 0 }),
      ),
    })
    expect(report.activities).toHaveLength(9)
    expect(report.activities.map(({ on }) => on)).toEqual(activities.map(([on]) => `2024-${on}`).sort())
    expect(report.team).toEqual(team)
    expect(report.statement).toEqual(statement)
    expect(report.certificationTime).toMatchObject({ trainingMinutes: 0, peerReviewMinutes: 240 })
    expect(report.narrative.recommendations).toEqual([
      { text: 'Vraag voor alle functies certificering.', owner: 'HR' },
    ])
    expect(report.factCheck.checkedBy).toBe('HR')
  })

  it('says nowhere who the two were or what they came for', async () => {
    const text = JSON.stringify(await preview(0, 'ordinary'))
    for (const word of ['with-manager', 'supervision', 'accused', 'parent"', '04-10', '09-20'])
      expect(text).not.toContain(word)
  })

  it('looks back on the recommendations of the year before, each with what became of it', async () => {
    await vault.must('report.settle', { organisationId: unit(0), period: YEAR, recipient: 'Directie' })
    const next = { organisationId: unit(0), period: wholeYear(2025) }
    const before = (await vault.must('report.preview', next)).report.narrative
    const followUp = { text: 'Vraag voor alle functies certificering.', owner: 'HR' }
    expect(before.followUps).toEqual([{ ...followUp, became: 'unknown', remark: '' }])
    const followUps = [{ ...followUp, became: 'done' as const, remark: 'Sinds dit jaar.' }]
    await vault.must('report.saveDraft', { ...next, changes: { narrative: { ...before, followUps } } })
    expect((await vault.must('report.preview', next)).report.narrative.followUps).toEqual(followUps)
  })
})
