import type { CalendarDate } from '#shared/calendar/calendar-date.ts'
import type { ReportTotal } from '#shared/statistics/presets.ts'
import type { ReportPeriod } from '#shared/statistics/report-period.ts'
import type { NoBreakdown } from '#shared/reports/no-breakdown.ts'
import type { StatedComplaints } from '#shared/reports/organisation-statement.ts'
import type { WhatBecame } from '#shared/reports/recommendation.ts'
import type { ReportAudience } from '#shared/reports/report-audience.ts'
import type { FactCheck } from '#shared/reports/report-draft.ts'
import type { CertificationTime, TeamMember } from '#shared/reports/report-team.ts'
import { longDate } from './dates.ts'
import { periodAfter, periodName } from './period-name.ts'
import { accountWords } from './report-account.ts'

/** What stands where a figure is not shown. */
export const HIDDEN = '·'

/** The total of a year as it may be printed: `12`, `0 tot 4`, `minder dan 10, of geen`. */
export function totalInTable(total: ReportTotal | null): string {
  if (total === null) return reportWords.notEstablished
  switch (total.shown) {
    case 'exact':
      return total.value === 0 ? 'geen meldingen' : String(total.value)
    case 'band':
      return `${total.from} tot ${total.to}`
    case 'below':
      return `minder dan ${total.below}, of geen`
  }
}

/** The same in a sentence. It says no more than the figure: a band gets no "enkele" and no "gelukkig". */
function totalInSentence(period: ReportPeriod, total: ReportTotal, advisors: number): string {
  const time = inPeriod(period)
  const [got, us] = advisors > 1 ? ['kregen wij', 'ons'] : ['kreeg ik', 'mij']
  switch (total.shown) {
    case 'exact':
      if (total.value === 0) return `${time} ${got} geen meldingen.`
      return `${time} ${total.value === 1 ? 'kwam 1 melder' : `kwamen ${total.value} melders`} bij ${us}.`
    case 'band':
      return `Aantal melders ${withSmallStart(time)}: ${total.from} tot ${total.to}.`
    case 'below':
      return `Aantal melders ${withSmallStart(time)}: minder dan ${total.below}, of geen.`
  }
}

function withLargeStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function withSmallStart(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** `In 2025`, `In het eerste halfjaar van 2025`, `In 2023 tot en met 2025`. */
function inPeriod(period: ReportPeriod): string {
  if ('from' in period || period.half === null) return `In ${periodName(period)}`
  return `In het ${period.half === 'first-half' ? 'eerste' : 'tweede'} halfjaar van ${period.year}`
}

/** `2025`, `het eerste halfjaar 2025`. */
export function aboutPeriod(period: ReportPeriod): string {
  return 'year' in period && period.half !== null ? `het ${periodName(period)}` : periodName(period)
}

/** `eerste halfjaar`; nothing for a period of whole years. */
function halfName(period: ReportPeriod): string {
  if ('from' in period || period.half === null) return ''
  return period.half === 'first-half' ? 'eerste halfjaar' : 'tweede halfjaar'
}

/** A number in words as far as a team goes; larger ones in digits. */
function inWords(count: number): string {
  const words = ['geen', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien']
  return words[count] ?? String(count)
}

/** The name of the document: an annual report only where it is about a year. */
function title(period: ReportPeriod): string {
  if ('from' in period) return `Rapportage vertrouwenspersoon ${periodName(period)}`
  if (period.half === null) return `Jaarrapportage vertrouwenspersoon ${period.year}`
  return `Halfjaarrapportage vertrouwenspersoon, ${periodName(period)}`
}

/** Every sentence of an annual report. */
export const reportWords = {
  ...accountWords,
  title,
  draft: 'Concept',
  settledOn: (date: CalendarDate): string => `Vastgesteld op ${longDate(date)}`,
  salutation: 'Geachte lezer,',
  addressedTo: 'Aan',
  /** The name of a table, with the half-year that all its columns are of. */
  tableHeading: (heading: string, period: ReportPeriod): string =>
    halfName(period) === '' ? heading : `${heading}, ${halfName(period)}`,
  /** The name of the same table beside years of which the rows were larger. */
  inLargerGroups: (heading: string): string => `${heading}, in grotere groepen naast eerdere jaren`,
  /** What stands above the names of years: `Eerste halfjaar`, or nothing. */
  overYears: (period: ReportPeriod): string => withLargeStart(halfName(period)),
  opening: (period: ReportPeriod): string =>
    `Als uw externe vertrouwenspersoon leg ik met deze rapportage verantwoording af over ${aboutPeriod(period)}. ` +
    'Op deze bladzijde staan de hoofdzaken; daarna volgen de cijfers, mijn andere werk voor u en hoe melders onherkenbaar blijven.',
  openingForReview: (period: ReportPeriod): string =>
    `Dit is een concept van mijn verantwoording over ${aboutPeriod(period)} als uw externe vertrouwenspersoon. ` +
    'Op deze bladzijde staan de hoofdzaken; daarna volgt mijn andere werk voor u. Er kan nog iets veranderen.',
  figuresFollow: (period: ReportPeriod): string =>
    `De cijfers over ${aboutPeriod(period)} krijgt u wanneer ik de rapportage vaststel; ik vraag u nu de feiten, de activiteiten ` +
    'en de aanbevelingen te controleren.',
  summary: 'In het kort',
  totalInSentence,
  /** Whose melders the figures count, where it is more than one advisor's. */
  ofAdvisors: (advisors: number): string =>
    advisors > 1
      ? `Dit zijn de meldingen van ${inWords(advisors)} vertrouwenspersonen samen: bij mijn eigen cijfers zijn die van ${advisors === 2 ? 'mijn collega' : 'mijn collega’s'} opgeteld.`
      : '',
  onePersonOnce: (advisors: number): string =>
    advisors > 1
      ? 'Wie vaker bij dezelfde vertrouwenspersoon kwam, telt één keer per jaar, bij het onderwerp van haar of zijn eerste melding. Wie bij meer dan één van ons kwam, telt bij ieder van ons.'
      : 'Wie vaker kwam, telt één keer per jaar, bij het onderwerp van haar of zijn eerste melding.',
  /** Who is not counted in a second half-year. */
  cameBefore: (period: ReportPeriod): string =>
    'year' in period && period.half === 'second-half'
      ? 'Wie in het eerste halfjaar al kwam, telt hier niet opnieuw.'
      : '',
  /** Of years beside each other that do not count as many advisors. */
  otherAdvisors: (years: readonly { year: number; advisors: number }[]): string =>
    new Set(years.map(({ advisors }) => advisors)).size > 1
      ? `Niet elk jaar telt evenveel vertrouwenspersonen (${years.map(({ year, advisors }) => `${year}: ${inWords(advisors)}`).join('; ')}). Vergelijk de jaren dus met zorg.`
      : '',
  reach: (people: number, locations: number): string =>
    `${people} mensen kunnen bij mij terecht${locations === 0 ? '' : `, op ${locations === 1 ? '1 locatie' : `${locations} locaties`}`}.`,
  activityCount: (count: number): string =>
    count === 1
      ? 'Daarnaast deed ik 1 andere activiteit, die verderop beschreven staat.'
      : `Daarnaast deed ik ${count} andere activiteiten, die verderop beschreven staan.`,
  forAudience: {
    board: '',
    'works-council': 'Versie voor de ondernemingsraad',
    'parent-committee': 'Versie voor de oudercommissie',
    'supervisory-board': 'Versie voor de Raad van Toezicht',
  } satisfies Record<ReportAudience, string>,
  factsChecked: ({ checkedOn, checkedBy }: FactCheck): string =>
    checkedOn === null
      ? ''
      : `De feiten in deze rapportage zijn nagekeken${checkedBy === '' ? '' : ` door ${checkedBy}`}; het antwoord kreeg ik op ${longDate(checkedOn)}.`,
  /** The sheet of the totals, what its rows are of, and one of them. */
  years: (period: ReportPeriod): string =>
    'from' in period ? 'Melders' : `Melders per ${halfName(period) === '' ? 'jaar' : halfName(period)}`,
  period: 'Periode',
  periodOfRow: (period: ReportPeriod, year: number): string =>
    withLargeStart(periodName('from' in period ? period : { ...period, year })),
  melders: 'Melders',
  notEstablished: 'niet vastgesteld',
  notEstablishedNote: (period: ReportPeriod): string =>
    `Niet vastgesteld: over ${halfName(period) === '' ? 'dat jaar als geheel' : 'dat halfjaar apart'} heb ik geen rapportage gemaakt.`,
  advice: 'Wat ik u adviseer',
  adviceElsewhere: (count: number): string =>
    count === 1
      ? 'Ik doe u 1 aanbeveling; u vindt die op de volgende bladzijden.'
      : `Ik doe u ${count} aanbevelingen; u vindt ze op de volgende bladzijden.`,
  /** A recommendation, and below it who takes it up. */
  withOwner: (text: string, owner: string): string => (owner === '' ? text : `${text}\nWie: ${owner}`),
  signals: 'Wat ik zag',
  lookingBack: 'Terugblik op eerdere aanbevelingen',
  became: {
    done: 'gedaan',
    'under-way': 'loopt',
    'not-taken-up': 'niet opgepakt',
    lapsed: 'niet meer nodig',
    unknown: 'nog niet bekend',
  } satisfies Record<WhatBecame, string>,
  followUpColumns: { measure: 'Aanbeveling', became: 'Stand', remark: 'Toelichting' },
  figures: 'De cijfers',
  figuresNote:
    'De cijfers tellen mensen, geen gesprekken. Geteld is wie in deze periode met een melding kwam; wat van eerder nog liep, telt niet opnieuw.',
  /** Where a reader finds what is closed and what goes on. */
  closedAndOpen: 'Wat is afgesloten en wat nog loopt, ziet u bij ‘Hoe het afliep’.',
  /** Under the table of rungs. */
  rungNote:
    'Opvang is luisteren en bijstaan. Ik begin zo dicht mogelijk bij de melder: met opvang, of met informatie en advies. Soms volgt bemiddeling of mediation; alleen als het moet escalatie, bijvoorbeeld naar de directie. Waar meer stappen nodig waren, telt de hoogste.',
  noBreakdown: {
    nobody: 'Er kwam niemand; daarom valt er niets uit te splitsen.',
    few: 'Bij kleine aantallen weten collega’s snel wie het was. Daarom ziet u het totaal en geen uitsplitsing.',
    'few-in-a-range':
      'Bij kleine aantallen weten collega’s snel wie het was. Daarom ziet u geen precies aantal en geen uitsplitsing.',
    'number-not-said':
      'Een uitsplitsing telt op tot een precies totaal, en dat kan hier niet worden genoemd. Daarom staat er geen.',
    'not-asked': 'Deze rapportage noemt het totaal. Uitsplitsingen zijn er niet in opgenomen.',
  } satisfies Record<NoBreakdown, string>,
  total: 'Totaal',
  hiddenNote: `${HIDDEN} Dit cijfer staat er niet, omdat het om weinig mensen kan gaan of omdat een ander cijfer er anders uit te berekenen is. Het kan ook nul zijn.`,
  notComparable:
    'Waar een eerder jaar niet naast dit jaar staat, was het anders ingedeeld. Vergelijk dat jaar alleen op het totaal.',
  activities: 'Andere activiteiten',
  activityColumns: {
    on: 'Datum',
    kind: 'Activiteit',
    description: 'Toelichting',
    withWhom: 'Met wie',
    reach: 'Aanwezigen',
  },
  workPlan: (period: ReportPeriod): string => `Werkplan ${periodName(periodAfter(period))}`,
  advisor: 'De vertrouwenspersoon',
  team: 'Het team van vertrouwenspersonen',
  teamColumns: { who: 'Wie', forWhom: 'Voor wie', certificate: 'Certificering', remark: 'Toelichting' },
  position: { internal: 'intern', external: 'extern' } satisfies Record<TeamMember['position'], string>,
  nameless: 'Vertrouwenspersoon',
  memberSince: ({ from, until }: Pick<TeamMember, 'from' | 'until'>): string =>
    withLargeStart(
      [from === null ? '' : `vanaf ${longDate(from)}`, until === null ? '' : `tot en met ${longDate(until)}`]
        .filter((part) => part !== '')
        .join(' '),
    ),
  schooling: 'Scholing',
  certificationTime: ({ from, to, trainingMinutes, peerReviewMinutes }: CertificationTime): string =>
    `${hours(trainingMinutes)} nascholing en ${hours(peerReviewMinutes)} intervisie van ${longDate(from)} tot en met ${longDate(to)}`,
  group: (name: string): string => `De onderdelen van ${name}`,
  groupColumns: { name: 'Onderdeel', kvk: 'KvK-nummer', locations: 'Locaties' },
  annex: 'Bijlage: opgave van de organisatie zelf',
  annexNote:
    'Deze gegevens komen van de organisatie. De vertrouwenspersoon heeft ze overgenomen en staat er niet voor in. Het zijn geen gesprekken met de vertrouwenspersoon.',
  annexSource: (source: string, statedOn: CalendarDate): string => `Bron: ${source}, ${longDate(statedOn)}.`,
  complaints: 'Klachten',
  complaintColumns: { kind: 'Soort', cause: 'Oorzaak', stage: 'Behandeld', count: 'Aantal' },
  stage: { informal: 'informeel', escalated: 'als klacht' } satisfies Record<
    StatedComplaints['stage'],
    string
  >,
  noComplaints: 'De organisatie geeft op dat er geen klachten waren.',
  disputes: 'Geschillen per locatie',
  disputeColumns: { location: 'Locatie', lrk: 'LRK-nummer', place: 'Plaats', count: 'Geschillen' },
  none: 'geen',
  crossTable: (one: string, other: string): string => `${one}, uitgesplitst naar ${other}`,
  name: 'Naam',
  certificate: 'Certificaat',
  certifiedUntil: (date: CalendarDate): string => `geldig tot en met ${longDate(date)}`,
  contact: 'Contact',
  reachability: 'Bereikbaarheid',
  closing: 'Met vriendelijke groet,',
} as const

function hours(minutes: number): string {
  return `${(minutes / 60).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} uur`
}
