import type { SaveAnswer } from '#shared/contracts/host.ts'
import type {
  ListedContribution,
  ListedGiven,
  OpenedContribution,
} from '#shared/contracts/contribution-commands.ts'
import type { CalendarDate } from '#shared/calendar/calendar-date.ts'
import type { ReportPeriod } from '#shared/statistics/report-period.ts'
import { longDate } from './dates.ts'
import { periodName } from './period-name.ts'

type NotSaved = Extract<SaveAnswer, { refused: string }>['refused']

/** `2025`, `het eerste halfjaar 2025`, `2023 tot en met 2025`. */
function over(period: ReportPeriod): string {
  return 'year' in period && period.half !== null ? `het ${periodName(period)}` : periodName(period)
}

/** One report of what several advisors counted. */
export const contributionText = {
  title: 'Samen met een collega',
  explain:
    'Werken jullie met meer vertrouwenspersonen voor deze organisatie? Dan maakt één van jullie de rapportage. De anderen geven daarvoor hun aantallen, in een verzegeld bestand.',
  counted: (colleagues: number): string =>
    colleagues === 0
      ? 'Nu tellen alleen jouw eigen meldingen.'
      : `Nu tellen jouw meldingen en die van ${colleagues === 1 ? '1 collega' : `${colleagues} collega’s`}.`,
  coarse:
    'Met een bijdrage erbij zijn er geen cijfers per locatie en geen kruistabellen, en geen cijfers van een deel van die periode.',
  loading: 'De bijdragen worden opgezocht…',
  list: 'Bijdragen die meetellen',
  item: ({ from, period, madeOn, mergedOn }: ListedContribution): string =>
    `${from}, over ${over(period)}. Gemaakt op ${longDate(madeOn)}, telt mee sinds ${longDate(mergedOn)}.`,
  isReported: 'Meegeteld in een vastgestelde rapportage, en daarom niet meer weg te halen.',
  remove: 'Haal weg',
  removeOf: (from: string) => `Haal de bijdrage van ${from} weg`,
  removeTitle: 'Deze bijdrage weghalen?',
  removeExplain: ({ from, period }: ListedContribution): string =>
    `De meldingen van ${from} over ${over(period)} tellen dan niet meer mee in je rapportage. Met hetzelfde bestand en dezelfde woorden kun je ze later weer meetellen.`,
  removeConfirm: 'Haal de bijdrage weg',
  removed: 'De bijdrage telt niet meer mee.',
  wholePeriod:
    'Een bijdrage telt alleen als geheel. Maak de rapportage over de hele periode van de bijdrage, of haal de bijdrage hieronder weg.',
  simpler: 'Zet de uitsplitsingen terug op de gewone',
  block:
    'Een bijdrage gaat over één jaar of halfjaar. Open de rapportage over dat jaar om er een te maken of mee te tellen; ze telt hier dan ook.',
  given: {
    title: 'Je collega maakt deze rapportage',
    explain:
      'Je gaf er je aantallen voor. Stel over deze periode zelf geen rapportage vast: wie de twee naast elkaar legt, zou kleine aantallen kunnen aftrekken. Gaf je het bestand aan niemand, zeg dat dan onder ‘Samen met een collega’.',
    list: 'Bijdragen die je voor een collega maakte',
    item: ({ period, madeOn }: ListedGiven): string =>
      `Je bijdrage over ${over(period)}, gemaakt op ${longDate(madeOn)}. Je collega telt die mee.`,
    never: 'Niemand kreeg dit bestand',
    neverOf: ({ period, madeOn }: ListedGiven): string =>
      `Niemand kreeg de bijdrage over ${over(period)} van ${longDate(madeOn)}`,
    neverTitle: 'Kreeg niemand het bestand?',
    neverExplain:
      'Dan kun je over deze periode zelf weer een rapportage vaststellen. Gooi het bestand weg. Kreeg je collega het wel, of weet je het niet zeker, kies dan ‘Annuleer’ en laat de rapportage aan haar of hem.',
    neverConfirm: 'Niemand kreeg het',
    taken: 'Je kunt deze rapportage weer zelf vaststellen.',
  },
  words: 'De woorden die jullie afspraken',
  suggest: 'Stel zes woorden voor',
  make: {
    title: 'Maak een bijdrage voor een collega',
    lead: (period: ReportPeriod, organisation: string) =>
      `Voor als je collega de rapportage over ${over(period)} van ${organisation} maakt.`,
    inside: 'Dit staat erin:',
    insidePoints: [
      'de naam en het KvK-nummer van de organisatie, de periode, jouw naam en de datum van vandaag;',
      'hoeveel mensen er bij je kwamen;',
      'hoe zij zich verdelen over hoofdonderwerpen, binnen of buiten de organisatie, advies of verder, hoe het afliep en het halfjaar, elke verdeling apart, en bij welke groep iedereen over dezelfde persoon sprak (niet over wie).',
    ],
    insideHalf:
      'hoe zij zich verdelen over hoofdonderwerpen, en binnen of buiten de organisatie, elke verdeling apart, en bij welke groep iedereen over dezelfde persoon sprak (niet over wie).',
    outside: 'Dit staat er niet in:',
    outsidePoints: [
      'namen, casussen, aantekeningen, datums en locaties;',
      'wie bij welk onderwerp hoort: wat met wat samengaat, is er niet uit te halen.',
    ],
    care: 'Kleine aantallen staan er precies in. Geef het bestand daarom alleen aan je collega. Over deze periode stel je daarna zelf geen rapportage meer vast: wie de twee naast elkaar legt, zou kleine aantallen kunnen aftrekken.',
    wordsHint:
      'Ten minste twaalf letters en cijfers. Zeg ze door de telefoon, en stuur ze nooit mee met het bestand.',
    running: 'Deze periode loopt nog. Een bijdrage maak je als ze voorbij is, anders ontbreken er meldingen.',
    save: 'Bewaar de bijdrage als bestand',
    sealing: 'De bijdrage wordt verzegeld. Dat duurt een paar seconden.',
    fileName: (madeOn: CalendarDate) => `bijdrage-${madeOn}`,
    saved: (name: string) =>
      `Bewaard als ${name}. Stuur dat bestand naar je collega, en zeg de woorden door de telefoon.`,
    notSaved: {
      cancelled: 'Er is niets bewaard.',
      'disk-full': 'Het bestand is niet bewaard: er is geen ruimte meer op de schijf. Kies een andere plek.',
      'no-permission':
        'Het bestand is niet bewaard: in die map mag Luwte niet schrijven. Kies een andere map.',
      'not-written': 'Het bestand is niet bewaard. Probeer het nog eens of kies een andere map.',
    } satisfies Record<NotSaved, string>,
  },
  merge: {
    title: 'Tel de bijdrage van een collega mee',
    lead: 'Je collega stuurde je een bestand, en zei je de woorden door de telefoon.',
    choose: 'Kies het bestand',
    chooseOther: 'Kies een ander bestand',
    chosen: (name: string) => `Gekozen: ${name}.`,
    fileMissing: 'Kies eerst het bestand dat je collega stuurde.',
    wordsHint: 'Hoofdletters en dubbele spaties maken niet uit.',
    open: 'Open de bijdrage',
    opening: 'De bijdrage wordt geopend. Dat duurt een paar seconden.',
    facts: ({ from, organisationName, period, madeOn }: OpenedContribution) => [
      { name: 'Van', value: from },
      { name: 'Organisatie', value: organisationName },
      { name: 'Periode', value: periodName(period) },
      { name: 'Gemaakt op', value: longDate(madeOn) },
    ],
    check: 'Klopt dit? Tel de bijdrage dan mee.',
    confirm: 'Tel deze bijdrage mee',
    merged: (from: string) => `De bijdrage van ${from} telt mee.`,
  },
} as const
