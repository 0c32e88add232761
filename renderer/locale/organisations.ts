import { type LocationType } from '#shared/organisations/location.ts'

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`
}

export const organisationsText = {
  title: 'Organisaties',
  add: 'Voeg organisatie toe',
  empty:
    'Je hebt nog geen organisaties. Voeg de eerste toe; daarna leg je het contract vast en haal je de locaties uit het register.',
  searchLabel: 'Zoek een organisatie',
  noneFound: (query: string) => `Geen organisatie met “${query}” in de naam, plaats of het concern.`,
  withoutGroup: 'Zonder concern',
  columns: { name: 'Organisatie', city: 'Plaats', locations: 'Locaties', contract: 'Contract' },
  count: (count: number) => counted(count, 'organisatie', 'organisaties'),
  locationCount: (count: number) => counted(count, 'locatie', 'locaties'),
  contract: {
    none: 'nog geen contract',
    future: (from: string) => `begint op ${from}`,
    running: 'loopt',
    ending: (until: string) => `loopt tot en met ${until}`,
    ended: (until: string) => `geëindigd op ${until}`,
  },
  back: 'Terug naar organisaties',
  backTo: (name: string) => `Terug naar ${name}`,
  gone: 'Deze organisatie is er niet meer. Misschien heb je haar verwijderd.',
  saved: 'Bewaard',
  undo: 'Zet terug',
  undoTooLate: 'Er is daarna iets anders veranderd. Met Ctrl + Z ga je stap voor stap terug.',
  cancel: 'Annuleer',
} as const

export const organisationText = {
  newTitle: 'Nieuwe organisatie',
  detailsTitle: 'Gegevens',
  changeDetails: 'Wijzig gegevens',
  changeDetailsTitle: (name: string) => `Gegevens van ${name}`,
  intro: 'De naam is genoeg om te beginnen. Het adres heb je nodig zodra je een factuur maakt.',
  fields: {
    name: 'Naam van de organisatie',
    group: 'Concern',
    noGroup: 'Geen concern',
    newGroup: 'Nieuw concern…',
    newGroupName: 'Naam van het nieuwe concern',
    groupName: 'Naam van het concern',
    kvkNumber: 'KvK-nummer',
    vatId: 'Btw-id',
    street: 'Straat en huisnummer',
    postcode: 'Postcode',
    city: 'Plaats',
    contactName: 'Contactpersoon',
    contactEmail: 'E-mail van de contactpersoon',
    invoiceEmail: 'E-mail voor facturen',
    purchaseReference: 'Inkoopnummer of kenmerk',
  },
  hints: {
    kvkNumber: 'Acht cijfers.',
    contactName: 'Komt als “t.a.v.” op de factuur.',
    purchaseReference: 'Wat hun boekhouding op de factuur wil lezen.',
    group:
      'Voor organisaties die bij hetzelfde concern horen. Zonder organisaties verdwijnt een concern vanzelf.',
    groupName: 'Een andere naam geldt voor alle organisaties van dit concern.',
  },
  legends: { who: 'Wie het is', post: 'Postadres', contact: 'Contact en factuur' },
  save: 'Bewaar gegevens',
  create: 'Bewaar organisatie',
  remove: 'Verwijder organisatie',
  removeAsk: (name: string) =>
    `Wil je ${name} verwijderen? Haar contract, locaties en begonnen rapportages gaan mee. Je kunt dit daarna nog terugzetten.`,
  removed: (name: string) => `${name} is verwijderd.`,
  inUse:
    'Bij deze organisatie horen casussen, uren, facturen of rapportages; daarom kan ze niet weg. Vul in het contract een einddatum in.',
  address: 'Adres',
  incomplete: 'Er is nog geen volledig adres; een factuur kan pas als dat er is.',
} as const

export const locationsText = {
  title: 'Locaties',
  titleWithCount: (count: number) => counted(count, 'locatie', 'locaties'),
  none: 'Er zijn nog geen locaties. Haal ze uit het register, of voeg er zelf een toe.',
  add: 'Voeg locatie toe',
  fromRegister: 'Haal uit het register',
  newTitle: (organisation: string) => `Nieuwe locatie van ${organisation}`,
  changeTitle: (name: string) => `Locatie ${name}`,
  tableLabel: 'Locaties van deze organisatie',
  columns: {
    name: 'Naam',
    lrkNumber: 'LRK-nummer',
    type: 'Soort',
    joinedOn: 'Onder contract vanaf',
    leftOn: 'Tot en met',
    costCentre: 'Kostenplaats',
    actions: 'Wijzigen',
  },
  fields: {
    name: 'Naam van de locatie',
    lrkNumber: 'LRK-nummer',
    type: 'Soort opvang',
    street: 'Straat en huisnummer',
    postcode: 'Postcode',
    city: 'Plaats',
    costCentre: 'Kostenplaats',
    joinedOn: 'Onder contract vanaf',
    leftOn: 'Laatste dag onder contract',
  },
  hints: {
    lrkNumber: 'Negen cijfers.',
    leftOn: 'Laat leeg zolang de locatie meedoet.',
    costCentre: 'Komt op de regel van deze locatie op de factuur.',
  },
  types: {
    KDV: 'KDV – kinderdagverblijf',
    BSO: 'BSO – buitenschoolse opvang',
    GOB: 'GOB – gastouderbureau',
    VGO: 'VGO – gastouder',
  } satisfies Record<LocationType, string>,
  failsCheck:
    'Dit nummer komt niet door de gebruikelijke controle. Kijk of je een cijfer hebt verwisseld. Klopt het toch, dan mag het zo blijven.',
  failsCheckShort: 'nummer nakijken',
  possiblyMistyped: 'nakijken',
  change: (name: string) => `Wijzig ${name}`,
  save: 'Bewaar locatie',
  remove: 'Verwijder locatie',
  removed: (name: string) => `Locatie ${name} is verwijderd.`,
  inUse:
    'Deze locatie staat op een factuur, bij een casus of in cijfers die zijn uitgegeven; daarom kan ze niet weg. Vul de laatste dag onder contract in.',
  left: (count: number) => `${counted(count, 'locatie', 'locaties')} niet meer onder contract`,
  searchLabel: 'Zoek in de locaties',
  noneFound: (query: string) => `Geen locatie met “${query}” in de naam of het nummer.`,
  gone: 'Deze locatie is er niet meer. Misschien heb je haar verwijderd.',
} as const

export const registerText = {
  title: (organisation: string) => `Locaties uit het register voor ${organisation}`,
  intro:
    'Luwte gaat zelf nooit het internet op. Download het bestand “export_opendata_lrk.csv” van de website van het Landelijk Register Kinderopvang en kies het hier.',
  choose: 'Kies registerbestand',
  chooseOther: 'Kies een ander bestand',
  reading: 'Het registerbestand wordt gelezen…',
  progressLabel: 'Lezen van het registerbestand',
  read: (rows: number, name: string) => `${counted(rows, 'locatie', 'locaties')} gelezen uit ${name}.`,
  skipped: (count: number) =>
    `${counted(count, 'regel was onleesbaar en is', 'regels waren onleesbaar en zijn')} overgeslagen.`,
  failing: (count: number) =>
    `${counted(count, 'LRK-nummer komt', 'LRK-nummers komen')} niet door de gebruikelijke controle; je ziet ze gemarkeerd.`,
  missing: (columns: string) => `Deze kolommen ontbreken; dat geeft niet: ${columns}.`,
  /** The columns without which nothing can be taken over, by the names that the register gives them. */
  lacking: (columns: readonly string[]) =>
    `Er ${columns.length === 1 ? 'ontbreekt' : 'ontbreken'}: ${columns.join(', ')}. Misschien is het bestand in een ander programma bewerkt; download het opnieuw. Er is niets veranderd.`,
  searchLabel: 'Zoek op naam, houder, plaats, postcode of nummer',
  searchHint: 'Typ bijvoorbeeld de naam van de houder; de locaties verschijnen vanzelf.',
  holders: 'Alleen van deze houder',
  allHolders: 'Alle houders',
  holderCount: (holder: string, count: number) => `${holder} (${count})`,
  noHolder: 'houder onbekend',
  found: (total: number, holders: readonly { holder: string; count: number }[], only: string | null) => {
    if (total === 0) return 'Geen locaties gevonden.'
    const all = counted(total, 'locatie', 'locaties')
    const [first] = holders
    if (only !== null) return `${all} van ${only}`
    if (first === undefined || first.holder === '') return all
    return first.count === total ? `${all} van ${first.holder}` : `${all}, ${first.count} van ${first.holder}`
  },
  chooseAll: (count: number) => (count === 1 ? 'Kies de ene locatie' : `Kies alle ${count}`),
  firstShown: (shown: number) =>
    `Je ziet de eerste ${shown}. Maak de zoekvraag preciezer om de rest te zien.`,
  tableLabel: 'Gevonden locaties in het register',
  columns: {
    name: 'Naam',
    lrkNumber: 'LRK-nummer',
    type: 'Soort',
    address: 'Adres',
    holder: 'Houder',
    note: 'Opmerking',
  },
  notRegistered: 'uitgeschreven',
  taken: 'heb je al',
  failsCheck: 'nummer nakijken',
  joinedOn: 'Onder contract vanaf',
  take: (count: number) =>
    count === 0 ? 'Neem locaties over' : `Neem ${counted(count, 'locatie', 'locaties')} over`,
  done: (taken: number, skipped: number) =>
    skipped === 0
      ? `${counted(taken, 'locatie', 'locaties')} overgenomen.`
      : `${counted(taken, 'locatie', 'locaties')} overgenomen; ${skipped} had je al.`,
} as const

/** Why a field of this area cannot be kept as it stands. */
export const organisationsFieldErrors = {
  'name-missing': 'Vul een naam in.',
  'too-long': 'Dit is te lang; houd het op 200 tekens.',
  'kvk-number': 'Een KvK-nummer heeft acht cijfers.',
  'group-name-missing': 'Vul de naam van het concern in.',
  'start-missing': 'Vul in op welke dag het contract begint.',
  'end-before-start': 'De einddatum ligt vóór de begindatum.',
  amount: 'Dit is geen bedrag. Schrijf het bijvoorbeeld als 149,00.',
  'bundle-hours': 'Dit is geen aantal uren. Schrijf het bijvoorbeeld als 20 of 7,5.',
  people: 'Vul een heel aantal mensen in, bijvoorbeeld 120.',
  'reason-missing': 'Schrijf kort op waarom 3 hier kan.',
  'threshold-not-allowed': 'Bij Streng hoort altijd 10.',
  'lrk-number': 'Een LRK-nummer heeft negen cijfers.',
  'joined-missing': 'Vul in vanaf welke dag de locatie onder contract valt.',
  'left-before-joined': 'De laatste dag ligt vóór de eerste dag.',
  'date-too-old': 'Deze datum ligt vóór het jaar 2000. Kijk of het jaartal klopt.',
} as const
export type OrganisationsFieldError = keyof typeof organisationsFieldErrors
