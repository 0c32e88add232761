import type { JointReport } from '#shared/reports/joint-report.ts'
import type { ReportTotal, Threshold } from '#shared/statistics/presets.ts'
import type { ReportPeriod } from '#shared/statistics/report-period.ts'
import { aboutPeriod, reportWords } from './report-document.ts'

type Subject = JointReport['subject']['kind']

/** The name of the document: of a group as of its entities, of a whole caseload as what it is for. */
function title(subject: Subject, period: ReportPeriod): string {
  return subject === 'group'
    ? `${reportWords.title(period)}, voor het concern`
    : `Vergelijking ${aboutPeriod(period)}: mijn hele praktijk`
}

/** Every sentence of a report of several organisations that no other report has. */
export const jointWords = {
  title,
  /** Whom a benchmark is for: it names none of them. */
  everybody: 'De organisaties waarvoor ik werk',
  opening: (subject: Subject, period: ReportPeriod): string =>
    subject === 'group'
      ? `Als uw externe vertrouwenspersoon leg ik met deze rapportage verantwoording af over ${aboutPeriod(period)}, voor de ` +
        'onderdelen van het concern samen. Op deze bladzijde staan de hoofdzaken; daarna volgen de cijfers en hoe ' +
        'melders onherkenbaar blijven.'
      : `Dit zijn de cijfers over ${aboutPeriod(period)} van alle organisaties waarvoor ik als externe vertrouwenspersoon werk, ` +
        'samen. Geen enkele organisatie wordt genoemd, en geen enkele staat er apart in.',
  onePersonOnce: (subject: Subject): string =>
    `Wie vaker kwam, telt één keer per jaar en per ${subject === 'group' ? 'onderdeel' : 'organisatie'}, bij het onderwerp van haar of zijn eerste melding.`,
  countedOrganisations: (count: number): string =>
    `Meegeteld zijn alle ${count} organisaties waarvoor ik dat jaar werkte, ook als daar niemand kwam.`,
  entities: 'De onderdelen',
  entityColumns: { name: 'Onderdeel', kvk: 'KvK-nummer', locations: 'Locaties', melders: 'Melders' },
  /** Beside totals of which one is no number. */
  ranges: (totals: readonly ReportTotal[]): string =>
    totals.some(({ shown }) => shown !== 'exact')
      ? 'Waar geen precies aantal staat, is dat zo afgesproken of zou het met andere cijfers samen te veel zeggen over een klein aantal mensen.'
      : '',
  forWhom: 'Voor wie deze vergelijking is',
  forWhomText: [
    'Krijgt u van uw eigen organisatie alleen een totaal, omdat collega’s bij kleine aantallen snel weten wie het was? Dan ziet u hier waarover mensen in organisaties als de uwe bij mij komen, wie er komen en hoe het afloopt.',
    'Een oordeel is dit niet. Veel meldingen kunnen betekenen dat mensen de weg naar mij kennen; weinig, dat ze die nog niet vonden.',
  ],
  agreed: (subject: Subject, threshold: Threshold): string =>
    (subject === 'group'
      ? 'Met elk onderdeel is afgesproken hoe precies zijn eigen aantal wordt genoemd. Het geheel volgt de voorzichtigste van die afspraken. '
      : 'Deze cijfers volgen de voorzichtigste afspraak die ik met een van de organisaties maakte. ') +
    reportWords.smallGroups(threshold),
  /** Beside breakdowns that are not there: what an entity's own report shows, the whole often cannot. */
  seeEntities: 'Krijgt een onderdeel ook een eigen rapportage, dan staat daarin wat daar te laten zien is.',
  proof: (subject: Subject, proof: JointReport['figures']['proof']): string =>
    reportWords.proof(
      proof,
      `wat de ${subject === 'group' ? 'onderdelen' : 'organisaties'} eerder kregen en wat zij zelf al weten`,
    ),
} as const
