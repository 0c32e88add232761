import { type Destruction } from '#shared/casework/destruction.ts'

/** Destroying a case or its names, and what lies outside Luwte. */
export const destructionText = {
  title: 'Vernietigen',
  lead: 'Wat je vernietigt komt niet terug, ook niet met Ctrl + Z.',
  names: 'Vernietig namen',
  case: 'Vernietig casus',
  loading:
    'Je wachtzin wordt gecontroleerd, sleutels worden vernietigd en back-ups vervangen. Dat duurt even.',
  explain: [
    'De sleutels waarmee dit te lezen is worden vernietigd, en alles wat blijft krijgt nieuwe sleutels.',
    'Back-ups die nu binnen bereik zijn worden vervangen door back-ups zonder deze gegevens.',
    'Back-ups die niet binnen bereik zijn gaan nog open met de wachtzin van toen. Luwte noemt ze een voor een, tot jij bevestigt dat ze weg zijn.',
  ],
  uninvoiced: (duration: string) =>
    `Nog niet gefactureerd van deze casus: ${duration}. Die tijd blijft meetellen voor de volgende urenfactuur, zonder iets dat naar de casus wijst.`,
  away: (names: string) =>
    `Nu niet gevonden: ${names}. Sluit je die eerst aan, dan worden ook die back-ups vervangen.`,
  persons: {
    title: 'Vernietig de namen van deze casus',
    what: 'Namen en contactgegevens gaan weg. De casus zelf blijft, met wat je in notities schreef.',
    action: 'Vernietig de namen',
    done: 'De namen zijn vernietigd',
    back: 'Terug naar de casus',
  },
  wholeCase: {
    title: 'Vernietig deze casus',
    what: 'De casus gaat weg met alle notities, stappen en namen. Wat blijft is een regel met het kenmerk en de dag, en bij de organisatie één getal per halfjaar: de minuten van alle vernietigde casussen samen. Zo blijven je uren kloppen.',
    action: 'Vernietig de casus',
    done: 'De casus is vernietigd',
    back: 'Naar de casussen',
  },
  reason: {
    label: 'Waarom',
    missing: 'Kies waarom.',
    words: {
      'term-ended': 'De bewaartermijn is voorbij',
      'on-request': 'Op verzoek van de melder',
    } satisfies Record<Destruction['reason'], string>,
    details: {
      'term-ended': 'Kan als de casus is afgesloten en de jaarrapportage over dat jaar is vastgesteld.',
      'on-request': 'Kan altijd. Is het jaar nog niet vastgesteld, dan telt de casus niet meer mee.',
    } satisfies Record<Destruction['reason'], string>,
  },
  stillOpen: 'Deze casus is nog open. Sluit hem eerst af, of vernietig op verzoek van de melder.',
  result: {
    rewritten: (count: number) =>
      count === 0
        ? 'Er waren geen back-ups binnen bereik om te vervangen.'
        : `${count === 1 ? 'Er is 1 back-up' : `Er zijn ${count} back-ups`} vervangen.`,
    noneAway: 'Er zijn geen kopieën buiten bereik.',
    away: 'Deze kopieën waren niet binnen bereik en gaan nog open met de wachtzin van toen:',
    copy: (target: string, fileName: string) => `${target}: ${fileName}`,
    security: 'Naar Beveiliging',
    certificate: 'Daar staan de verklaring van deze vernietiging en wat nog open is.',
  },
  outside: {
    title: 'Wat buiten Luwte ligt',
    lead: 'Luwte ruimt alleen op wat in Luwte stond. Loop dit lijstje zelf na; het wordt niet bewaard.',
    items: [
      'E-mail: gewist, ook uit de prullenbak',
      'Telefoon: berichten, gesprekken en contact gewist',
      'Agenda: afspraken en namen gewist',
      'Papier: aantekeningen en brieven versnipperd',
    ],
  },
}
