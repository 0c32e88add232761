import { periodKey, type ReportPeriod } from '#shared/statistics/report-period.ts'
import type { SaveAnswer } from '#shared/contracts/host.ts'
import type { ReportSummary } from '#shared/reports/annual-report.ts'
import type { ProtectedReport } from '#shared/statistics/protected-report.ts'
import { longDate } from './dates.ts'
import { periodAfter, periodInSentence, periodName } from './period-name.ts'

type NotSaved = Extract<SaveAnswer, { refused: string }>['refused'] | 'not-made'

export const reportsText = {
  title: 'Rapportages',
  titleOf: (year: number) => `Rapportages over ${year}`,
  intro:
    'Per organisatie één rapportage over een jaar. De cijfers zijn zo gemaakt dat niemand er een melder in herkent.',
  between: ' · ',
  goToYear: (year: number) => `Naar ${year}`,
  empty: 'Er zijn nog geen organisaties om over te rapporteren.',
  toOrganisations: 'Naar organisaties',
  tableLabel: (year: number) => `Rapportages over ${year}`,
  columns: { organisation: 'Organisatie', status: 'Stand' },
  statusOf: (report: Pick<ReportSummary, 'settledOn'> | undefined): string => {
    if (report === undefined) return 'nog niet begonnen'
    if (report.settledOn === null) return 'concept'
    return `vastgesteld op ${longDate(report.settledOn)}`
  },
  back: 'Terug naar rapportages',
  gone: 'Deze organisatie staat niet (meer) in de kluis.',
} as const

export const reportText = {
  title: (period: ReportPeriod, organisation: string) => `Rapportage ${periodName(period)}, ${organisation}`,
  draft: 'Concept. Je tekst wordt bewaard terwijl je typt.',
  settledOn: (report: Pick<ReportSummary, 'settledOn'>): string =>
    report.settledOn === null
      ? ''
      : `Vastgesteld op ${longDate(report.settledOn)}. Deze rapportage verandert niet meer.`,
  preparing: 'De cijfers worden gemaakt en gecontroleerd…',
  stop: 'Stop',
  contract: 'Naar het contract',
  choices: 'Keuzes',
  organisation: 'Organisatie',
  year: 'Jaar',
  narrative: 'Je tekst',
  signals: 'Wat je zag',
  signalsHint: 'Signalen uit al je gesprekken samen, in woorden voor veel lezers. Nooit over één casus.',
  recommendations: 'Wat je adviseert',
  recommendation: (number: number) => `Aanbeveling ${number}`,
  addRecommendation: 'Voeg een aanbeveling toe',
  removeRecommendation: (number: number) => `Verwijder aanbeveling ${number}`,
  remove: 'Verwijder',
  tooLong: 'Dit is te lang. Het staat nog niet in de rapportage en is niet bewaard; maak het korter.',
  notKept:
    'Nog niet alles wat je hier typte is bewaard. Onder je tekst staat wat er nog niet klopt. Pas dat aan of haal het weg; daarna kun je naar een andere rapportage.',
  lookingBack: 'Wat er kwam van eerdere aanbevelingen',
  lastAdvice: (year: number) => `Over ${year} adviseerde je:`,
  workPlan: (period: ReportPeriod) => `Werkplan voor ${periodInSentence(periodAfter(period))}`,
  listHint: 'Begin een regel met een streepje voor een opsomming.',
  numbersTitle: 'Er staan getallen in je tekst',
  numbers:
    'Een aantal in je tekst telt net zo goed als een cijfer in een tabel. Kijk of niemand daaraan te herkennen is.',
  proof: ({ witnesses, figures }: ProtectedReport['proof']) =>
    `Dat niemand te herkennen is, is gecontroleerd met ${witnesses === 1 ? '1 berekening' : `${witnesses} berekeningen`} tegen ${figures === 1 ? '1 cijfer' : `${figures} cijfers`}.`,
  preview: 'Zo wordt de rapportage',
  page: (page: number, pages: number) => `Bladzijde ${page} van ${pages}`,
  drawing: 'De bladzijden worden getekend…',
  notDrawn:
    'De bladzijden konden niet worden getekend. Je tekst en de cijfers staan veilig in Luwte. Ga terug en open de rapportage opnieuw.',
  saveDraft: 'Bewaar concept zonder cijfers',
  savePdf: 'Bewaar als PDF',
  saveSheet: 'Bewaar als spreadsheet',
  making: 'Het bestand wordt gemaakt…',
  saved: (name: string) => `Bewaard als ${name}.`,
  notSaved: {
    cancelled: 'Er is niets bewaard.',
    'disk-full':
      'Het bestand is niet bewaard: er is geen ruimte meer op de schijf. De rapportage zelf staat veilig in Luwte.',
    'no-permission':
      'Het bestand is niet bewaard: in die map mag Luwte niet schrijven. Kies een andere map. De rapportage zelf staat veilig in Luwte.',
    'not-written':
      'Het bestand is niet bewaard. De rapportage zelf staat veilig in Luwte; probeer het nog eens of kies een andere map.',
    'not-made':
      'Het bestand kon niet worden gemaakt. De rapportage zelf staat veilig in Luwte; probeer het nog eens.',
  } satisfies Record<NotSaved, string>,
  periodRuns: (period: ReportPeriod) =>
    `${'year' in period && period.half === null ? `Het jaar ${period.year}` : 'Deze periode'} loopt nog. Vaststellen kan als die voorbij is.`,
  draftOnly:
    'De cijfers zie alleen jij. In het concept dat je bewaart staan ze niet: daarmee laat je feiten, activiteiten en aanbevelingen controleren. Na het vaststellen bewaar je de hele rapportage, ook als spreadsheet.',
  settle: 'Stel vast',
  settleTitle: (period: ReportPeriod) => `Rapportage over ${periodInSentence(period)} vaststellen?`,
  settleExplain:
    'Vaststellen zet de rapportage vast: tekst en cijfers veranderen daarna niet meer. Luwte onthoudt welke cijfers je aan wie gaf, zodat latere rapportages er niet mee te ontrafelen zijn. Je kunt dit niet ongedaan maken.',
  recipient: 'Voor wie is deze rapportage?',
  recipientHint: 'Bijvoorbeeld: directie en HR.',
  recipientMissing: 'Vul in voor wie de rapportage is.',
  settleConfirm: 'Stel de rapportage vast',
  settling: 'De rapportage wordt vastgesteld…',
  settled: 'De rapportage is vastgesteld.',
  cancel: 'Annuleer',
} as const

/** Letters of the organisation's name in a file name: enough to tell sixty apart, short enough to read. */
const LONGEST_SLUG = 60

/** A name in plain letters that every system and mail program leaves alone; the period `2024..2025` as `2024-2025`. */
export function inFileName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-|-$/g, '')
}

/** `jaarrapportage-2025-kinderopvang-fantasia.pdf`: plain letters that every system and mail program leaves alone. */
export function reportFileName(
  { period, organisationName, status }: { period: ReportPeriod; organisationName: string; status: string },
  kind: 'pdf' | 'xlsx',
): string {
  const parts = [
    'jaarrapportage',
    periodKey(period).replace('..', '-tot-'),
    inFileName(organisationName),
    status === 'settled' ? '' : 'concept',
  ]
  return `${parts.filter((part) => part !== '').join('-')}.${kind}`
}

/** When making the figures was stopped. */
export const stoppedText = {
  title: 'Gestopt',
  nothing: 'Er is niets veranderd. Zonder nieuwe berekening zijn er geen cijfers.',
  behind: 'De cijfers hieronder zijn nog die van vóór je laatste keuze. Zo stel je ze niet vast.',
  again: 'Maak de cijfers opnieuw',
} as const
