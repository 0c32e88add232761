import { AnnualReport } from '#shared/reports/annual-report.ts'
import { ProtectedReport, reportSeal, type ReportContents } from '#shared/statistics/protected-report.ts'

const organisationId = '00000000000000000000000001'
const reportId = '00000000000000000000000003'

type RawContents = Omit<ReportContents, 'tables'> & {
  tables: { dimension: string; rows: { categories: string[]; value: number | 'hidden' }[] }[]
}

/** Figures with a seal that fits; what may stand in them is the gate's affair and tested there. */
export function sealed(changes: Partial<RawContents> = {}): ProtectedReport {
  const contents = {
    about: { kind: 'organisation', organisationId },
    reportId,
    period: { year: 2026, half: null },
    preset: 'ordinary',
    threshold: 5,
    total: { shown: 'exact', value: 27 },
    tables: [],
    crossTables: [],
    whatWasGivenUp: [],
    proof: { witnesses: 42, figures: 11, hash: 'a'.repeat(64) },
    ...changes,
  } as unknown as ReportContents
  return ProtectedReport.parse({ ...contents, seal: reportSeal(contents) })
}

export const breakdowns: RawContents['tables'] = [
  {
    dimension: 'subject',
    rows: [
      { categories: ['policy'], value: 8 },
      { categories: ['treatment'], value: 13 },
      { categories: ['workplace-conflict'], value: 'hidden' },
      { categories: ['advice-on-regulations', 'unknown'], value: 'hidden' },
    ],
  },
  {
    dimension: 'role',
    rows: [
      { categories: ['professional', 'childminder', 'trainee', 'volunteer', 'manager', 'board'], value: 19 },
      { categories: ['parent', 'parent-committee', 'other', 'unknown'], value: 8 },
    ],
  },
  {
    dimension: 'rung',
    rows: [
      { categories: ['support', 'information-and-advice'], value: 17 },
      { categories: ['conciliation', 'mediation', 'escalation'], value: 10 },
    ],
  },
  {
    dimension: 'outcome',
    rows: [
      { categories: ['resolved', 'partly-resolved', 'listening-sufficed'], value: 16 },
      {
        categories: ['passed-on', 'complaint-filed', 'not-resolved', 'withdrawn', 'open', 'unknown'],
        value: 11,
      },
    ],
  },
  {
    dimension: 'time',
    rows: [
      { categories: ['2026-1'], value: 12 },
      { categories: ['2026-2'], value: 15 },
    ],
  },
]

/** A settled report with everything in it; `changes` takes parts away. */
export function sampleReport(changes: Record<string, unknown> = {}): AnnualReport {
  return AnnualReport.parse({
    id: reportId,
    organisationId,
    period: { year: 2026, half: null },
    status: 'settled',
    settledOn: '2027-02-15',
    organisationName: 'Kinderopvang Fantasia B.V.',
    audience: 'board',
    group: null,
    locationCount: 12,
    locations: [],
    reachableCount: 640,
    advisor: {
      name: 'Proefpersoon A',
      businessName: 'Praktijk Proefpersoon A',
      certificate: 'Gecertificeerd vertrouwenspersoon (LVV), nummer 0000',
      certifiedUntil: '2028-05-31',
      email: 'post@praktijk.example',
      phone: '000 - 000 00 00',
      reachability:
        'Op werkdagen van 9.00 tot 17.30 uur, telefonisch en per e-mail. Binnen een werkdag antwoord.',
    },
    certificationTime: null,
    team: [],
    figures: sealed({
      tables: breakdowns,
      whatWasGivenUp: [
        { dimension: 'role', fate: 'merged', reason: 'categories-too-small' },
        { dimension: 'rung', fate: 'merged', reason: 'categories-too-small' },
        { dimension: 'outcome', fate: 'merged', reason: 'categories-too-small' },
        { dimension: 'subject', fate: 'hidden', reason: 'categories-too-small' },
      ],
    }),
    earlierYears: [
      {
        year: 2025,
        figures: sealed({
          period: { year: 2025, half: null },
          total: { shown: 'exact', value: 22 },
          tables: [
            {
              dimension: 'time',
              rows: [
                { categories: ['2025-1'], value: 10 },
                { categories: ['2025-2'], value: 12 },
              ],
            },
            {
              dimension: 'rung',
              rows: [
                { categories: ['support', 'information-and-advice'], value: 14 },
                { categories: ['conciliation', 'mediation', 'escalation'], value: 8 },
              ],
            },
          ],
        }),
      },
      { year: 2024, figures: null },
    ],
    activities: [
      {
        on: '2026-01-08',
        kind: 'annual-report-talk',
        description: 'Rapportage over 2025 en werkplan besproken',
        withWhom: 'Directie en HR',
        reach: null,
      },
      {
        on: '2026-03-25',
        kind: 'information-session',
        description: 'Wat een vertrouwenspersoon wel en niet doet',
        withWhom: 'Alle teams',
        reach: 84,
      },
      { on: '2026-06-24', kind: 'consultation-works-council', description: '', withWhom: 'GOR', reach: null },
      {
        on: '2026-09-03',
        kind: 'introduction-of-trainees',
        description: 'Kennismaking',
        withWhom: 'Nieuwe stagiairs',
        reach: 23,
      },
      {
        on: '2026-10-12',
        kind: 'peer-review',
        description: 'Intervisie met drie vakgenoten',
        withWhom: '',
        reach: null,
      },
    ],
    narrative: {
      signals:
        'In de gesprekken kwam vaak terug dat roosters laat bekend worden. Daardoor voelen mensen zich niet vrij om een dag te ruilen.\n\nTeams weten de weg naar mij beter te vinden dan een jaar eerder:\n- de kaart in de personeelsruimte wordt genoemd;\n- nieuwe medewerkers horen het bij hun start.',
      recommendations: [
        { text: 'Maak roosters ten minste vier weken vooruit bekend.', owner: '' },
        {
          text: 'Leg vast wie een gesprek over functioneren voorbereidt, en laat beide kanten het verslag zien.',
          owner: '',
        },
        { text: 'Herhaal de voorlichting voor ouders in het najaar.', owner: '' },
      ],
      lookingBack: 'De gedragscode voor ouders is vernieuwd en in alle locaties besproken.',
      workPlan: 'Voorlichting op alle locaties, twee keer overleg met HR en een keer met de oudercommissies.',
    },
    statement: { complaints: null, disputes: null },
    factCheck: { sentOn: null, checkedOn: null, checkedBy: '' },
    ...changes,
  })
}
