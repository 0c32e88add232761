import { type HostInfo } from '#shared/contracts/host.ts'

const time = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long' })

/** The frame around every screen. */
export const appText = {
  name: 'Luwte',
  areas: {
    today: 'Vandaag',
    cases: 'Casussen',
    organisations: 'Organisaties',
    hours: 'Uren',
    reports: 'Rapportages',
    invoices: 'Facturen',
    security: 'Beveiliging',
    settings: 'Instellingen',
  },
  navigation: 'Onderdelen',
  toolbar: 'Zoeken en beginnen',
  lock: 'Vergrendel',
  newMelding: 'Nieuwe melding',
  conversation: 'In gesprek',
  find: 'Zoek of doe iets…',
  findKey: 'Ctrl K',
  saved: (at: Date) => `Bewaard ${time.format(at)}`,
  notSaved: 'Niet bewaard: wat je typt staat nog niet op de schijf',
  lastChange: (at: Date | null, stateNumber: number) =>
    at === null
      ? `nog niets veranderd, stand ${stateNumber}`
      : `laatste wijziging ${day.format(at)} ${time.format(at)}, stand ${stateNumber}`,
  waiting: (count: number) => `${count} te laat of vandaag`,
  warning: 'Waarschuwing',
  notForRealCases: 'Niet voor echte casussen: dit is een oude Electron zonder beveiligingsupdates.',
  loading: 'De casussen worden klaargezet…',
  unsaved: 'Hier staat iets dat nog niet bewaard is. Bewaar het, of kies Annuleer.',
  palette: {
    title: 'Zoek of doe iets',
    field: 'Zoek een casus of organisatie, of doe iets',
    results: 'Gevonden',
    nothing: 'Niets gevonden.',
    goTo: (area: string) => `Ga naar ${area}`,
    case: 'Casus',
    organisation: 'Organisatie',
    action: 'Doe',
    newMelding: 'Nieuwe melding',
    conversation: 'In gesprek',
    lock: 'Vergrendel Luwte',
    check: 'Controleer de hele kluis',
    quit: 'Sluit Luwte af',
    undo: 'Maak de laatste wijziging ongedaan',
    keys: 'Toon de toetsen',
  },
  keys: {
    title: 'Toetsen',
    caption: 'Toetsen en wat ze doen',
    key: 'Toets',
    does: 'Wat ze doet',
    rows: [
      ['Ctrl + K', 'Zoek een casus of organisatie, of doe iets'],
      ['Ctrl + N', 'Nieuwe melding'],
      ['F2', 'In gesprek: één grote notitie zonder meldingen; nog een keer F2 beëindigt het gesprek'],
      ['Ctrl + F', 'Zoek in deze lijst'],
      ['Ctrl + L', 'Vergrendel'],
      ['Ctrl + Q', 'Sluit Luwte af; staat er iets nog niet in een back-up, dan maakt Luwte die eerst'],
      ['Ctrl + Z', 'Maak de laatste wijziging ongedaan (buiten een tekstvak)'],
      [
        'Ctrl + 1 … 8',
        'Ga naar Vandaag, Casussen, Organisaties, Uren, Rapportages, Facturen, Beveiliging, Instellingen',
      ],
      ['Ctrl + Enter', 'Bewaar wat je aan het schrijven bent'],
      ['Esc', 'Ga terug; wat je typte blijft bewaard'],
      ['F1 of Ctrl + /', 'Deze lijst'],
    ] as const,
    mac: 'Op een Mac gebruik je ⌘ in plaats van Ctrl.',
  },
  idle: {
    title: 'Luwte vergrendelt zo',
    body: (seconds: number) =>
      `Over ${seconds} seconden gaat Luwte op slot. Wat je in een notitie, formulier of rapportage typte, staat er daarna weer. Alleen wat je bij Beveiliging invulde, typ je opnieuw.`,
    stay: 'Blijf werken',
    lockNow: 'Vergrendel nu',
  },
  ended: {
    title: 'Luwte start opnieuw',
    body: 'Een deel van het programma stopte. Wat bewaard was is veilig. Luwte start zo opnieuw en vraagt je wachtzin.',
    locking: 'Luwte gaat op slot…',
  },
  fault: {
    title: 'Er ging iets mis in het programma',
    body: 'Dit is een fout van Luwte, niet van jou. Wat bewaard was is veilig. Vergrendel en open opnieuw om verder te werken.',
    where: (place: string) => `Voor wie het programma maakt: ${place}`,
  },
  notFound: {
    title: 'Dit scherm bestaat niet',
    body: 'Kies links waar je heen wilt.',
  },
  startedAfter: {
    person: '',
    lock: 'Luwte is vergrendeld.',
    idle: 'Luwte vergrendelde zichzelf omdat je even weg was.',
    suspend: 'Luwte vergrendelde zichzelf omdat de computer in slaap ging.',
    'screen-lock': 'Luwte vergrendelde zichzelf omdat het scherm op slot ging.',
    'vault-ended': 'Een deel van Luwte stopte onverwacht. Wat bewaard was is veilig.',
    'page-ended': 'Het scherm van Luwte stopte onverwacht. Wat bewaard was is veilig.',
  } satisfies Record<HostInfo['startedAfter'], string>,
}

/** Words that every part of the screen shares. */
export const uiText = {
  cancel: 'Annuleer',
  close: 'Sluit',
  optional: 'mag leeg blijven',
  clear: 'Wis wat je zocht',
  noMatches: 'Niets gevonden.',
  showChoices: 'Toon de keuzes',
  checkFields: 'Er klopt nog iets niet. Kijk bij de velden die gemarkeerd zijn; er is nog niets bewaard.',
  foundBack: 'Dit had je nog niet bewaard.',
  giveUp: 'Gooi het weg',
}
