import type { RefusalSlug } from '#shared/contracts/refusal-slugs.ts'
import type { JointReport } from '#shared/reports/joint-report.ts'
import { periodKey, type ReportPeriod } from '#shared/statistics/report-period.ts'
import { periodInSentence, periodName } from './period-name.ts'
import { inFileName } from './reports.ts'

type Kind = JointReport['subject']['kind']

/** Screens of reports of several organisations together. */
export const jointText = {
  section: 'Over meer organisaties samen',
  intro:
    'Een concern kan één rapportage krijgen over zijn onderdelen samen. De vergelijking gaat over je hele praktijk en noemt niemand: die geef je aan organisaties die te klein zijn voor eigen uitsplitsingen.',
  columns: { name: 'Rapportage', what: 'Waarover', status: 'Stand' },
  caseload: 'Mijn hele praktijk',
  entities: (count: number) => `concern met ${count} onderdelen`,
  everybody: (count: number) =>
    count === 1 ? 'vergelijking over 1 organisatie' : `vergelijking over ${count} organisaties`,
  title: (kind: Kind, name: string, period: ReportPeriod) =>
    kind === 'group'
      ? `Rapportage ${periodName(period)}, ${name}`
      : `Vergelijking ${periodName(period)}, mijn hele praktijk`,
  gone: 'Dit concern staat niet (meer) in de kluis.',
  draft: 'Concept. Je keuzes worden meteen bewaard.',
  forWhom: {
    group:
      'Deze rapportage is voor de directie van het concern. Per onderdeel staat het aantal melders er zoals met dat onderdeel is afgesproken.',
    caseload:
      'Deze vergelijking is voor organisaties die te klein zijn voor eigen uitsplitsingen. Er staat geen enkele organisatie in genoemd.',
  } satisfies Record<Kind, string>,
  unsettled: (count: number, of: number, period: ReportPeriod) =>
    (count === of
      ? `De eigen rapportages van deze organisaties over ${periodInSentence(period)} zijn nog niet vastgesteld. `
      : `Van ${count} van de ${of} organisaties is de eigen rapportage over ${periodInSentence(period)} nog niet vastgesteld. `) +
    'Wat je het eerst vaststelt, kan het meeste laten zien: stel je dit nu vast, dan kan er daar minder staan; andersom kan er hier minder staan.',
  settleTitle: (kind: Kind, period: ReportPeriod) =>
    `${kind === 'group' ? 'Rapportage' : 'Vergelijking'} over ${periodInSentence(period)} vaststellen?`,
  settleExplain: (kind: Kind, count: number, period: ReportPeriod) => [
    kind === 'group'
      ? `Je zet de cijfers van ${count} onderdelen samen vast, met het aantal melders van elk onderdeel. Ze veranderen daarna niet meer.`
      : `Je zet de cijfers van ${count} organisaties samen vast. Ze veranderen daarna niet meer.`,
    `Bij elk van die organisaties komen ze bij de uitgegeven cijfers te staan, zodat latere rapportages er niet mee te ontrafelen zijn. Een melding over ${periodInSentence(period)} die je daarna nog opschrijft, telt in een latere periode. Je kunt dit niet ongedaan maken.`,
  ],
  recipientHint: {
    group: 'Bijvoorbeeld: directie en HR van het concern.',
    caseload: 'Bijvoorbeeld: alle opdrachtgevers.',
  } satisfies Record<Kind, string>,
  settleConfirm: {
    group: 'Stel de rapportage vast',
    caseload: 'Stel de vergelijking vast',
  } satisfies Record<Kind, string>,
  settling: 'De cijfers worden nog eens gecontroleerd en vastgesteld…',
  settled: {
    group: 'De rapportage is vastgesteld.',
    caseload: 'De vergelijking is vastgesteld.',
  } satisfies Record<Kind, string>,
  settledExplain: {
    group: 'De cijfers staan bij elk onderdeel in de lijst van uitgegeven cijfers.',
    caseload:
      'De cijfers staan bij elke organisatie in de lijst van uitgegeven cijfers. Je kunt dit bestand aan al je organisaties geven: er staat niemand in genoemd.',
  } satisfies Record<Kind, string>,
  contribution:
    'Over een van deze onderdelen rapporteer je in deze periode samen met een collega. Naast die rapportage zou de rapportage van het concern kleine aantallen verraden. Er is niets veranderd; over deze periode kan ze niet.',
  leftOut: (count: number) =>
    count === 1
      ? 'Eén organisatie telt hier niet mee: over haar rapporteer je samen met een collega.'
      : `${count} organisaties tellen hier niet mee: over hen rapporteer je samen met een collega.`,
  giveComparison:
    'Deze organisatie krijgt geen uitsplitsingen. Geef er de vergelijking bij: daarin ziet zij wat er in je hele praktijk speelt.',
  makeComparison:
    'Deze organisatie krijgt geen uitsplitsingen. Je kunt er een vergelijking bij geven: de cijfers van je hele praktijk, zonder namen.',
  toComparison: (period: ReportPeriod) => `Naar de vergelijking ${periodName(period)}`,
  toLedger: 'Bekijk de uitgegeven cijfers',
  advice: (refused: RefusalSlug, kind: Kind): string | undefined =>
    refused === 'engagement-missing' ? noContract[kind] : advice[refused],
} as const

const noContract: Record<Kind, string> = {
  group: 'Geen van de onderdelen had in deze periode een contract. Kies een andere periode.',
  caseload: 'In dat jaar had je nog geen organisaties onder contract. Kies een ander jaar.',
}

/** What can be done instead. */
const advice: Partial<Record<RefusalSlug, string>> = {
  'too-few-organisations':
    'Met zo weinig organisaties kan ieder van hen de cijfers van een ander raden. Geef kleine organisaties over dit jaar hun totaal, je activiteiten en je signalen.',
  'one-organisation-dominates':
    'Wie de cijfers van die organisatie kent, weet dan bijna alles over de andere. Geef kleine organisaties over dit jaar hun totaal, je activiteiten en je signalen, of kies een ander jaar.',
  'earlier-figures-in-the-way':
    'Wat eerder is uitgegeven, is niet terug te halen. Die rapportages blijven geldig; er is niets veranderd.',
}

/** `concernrapportage-2025-verzonnen-groep.pdf`, `vergelijking-2025-hele-praktijk.pdf`. */
export function jointFileName({ group, period }: JointReport, kind: 'pdf' | 'xlsx'): string {
  const name = group === null ? 'hele-praktijk' : inFileName(group.name)
  const parts = [group === null ? 'vergelijking' : 'concernrapportage', inFileName(periodKey(period)), name]
  return `${parts.filter((part) => part !== '').join('-')}.${kind}`
}
