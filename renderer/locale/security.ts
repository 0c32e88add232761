import { type VaultSlot } from '#shared/contracts/security-commands.ts'
import { momentWords } from './moment.ts'
import { envelopeSheetText, recoverySheetText } from './secret-sheet.ts'

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const savedWords = {
  saved: (name: string) => `Bewaard als ${name}.`,
  notSaved: {
    cancelled: 'Er is niets bewaard.',
    'disk-full': 'De PDF is niet bewaard: er is geen ruimte meer op de schijf.',
    'no-permission': 'De PDF is niet bewaard: in die map mag Luwte niet schrijven. Kies een andere map.',
    'not-written': 'De PDF is niet bewaard. Probeer het nog eens of kies een andere map.',
    'not-made': 'De PDF kon niet worden gemaakt. Probeer het nog eens.',
  },
}

/** How the vault is kept: backups, keys, the emergency envelope and what was destroyed. */
export const securityText = {
  title: 'Beveiliging',
  back: 'Terug naar Beveiliging',
  protectionTitle: 'Zo is je kluis beschermd',
  protection: [
    'Alles wat je opschrijft staat versleuteld op deze computer, en nergens anders.',
    'Alleen je wachtzin of een herstelsleutel maakt het leesbaar; niemand anders kan het openen, ook de makers van Luwte niet.',
    'Er gaat niets naar internet: wat je kwijtraakt, komt alleen uit je eigen back-ups terug.',
  ],
  standing: {
    title: 'Zo staat je kluis ervoor',
    lastProven: 'Laatste bewezen back-up',
    lastDrill: 'Laatst geprobeerd of een back-up opengaat',
    lastCheck: 'Alles gecontroleerd',
    envelope: 'Noodenvelop gemaakt',
    open: 'Wat nog openstaat',
    nothingOpen: 'Niets.',
    moment: (at: string | null, now: Date) => (at === null ? 'Nog niet.' : `${momentWords(at, now)}`),
    noEnvelope: 'Er is geen noodenvelop voor als jij plotseling niet kunt werken.',
    makeEnvelope: 'Maak er een',
    openDestructions: (count: number) =>
      `${counted(count, 'vernietiging is', 'vernietigingen zijn')} nog niet afgerond: zie hieronder.`,
  },
  backups: {
    title: 'Back-ups',
    none: 'Er is nog geen back-up. Kies een map op een stick, een andere schijf of een NAS.',
    notYet: 'Er is nog geen back-up gemaakt.',
    complete: (at: string, now: Date) => `Alles staat in de back-up van ${momentWords(at, now)}.`,
    behind: (at: string, now: Date) => `Er is sinds de back-up van ${momentWords(at, now)} iets veranderd.`,
    explain:
      'Een back-up telt pas als Luwte hem heeft teruggelezen en geopend. Luwte maakt er vanzelf een terwijl je werkt en als je afsluit, als de map er is.',
    run: 'Maak nu een back-up',
    running: 'De back-up wordt gemaakt en teruggelezen. Je kunt intussen doorwerken.',
    add: 'Voeg een map toe',
    added: (name: string) => `De map ${name} staat in de lijst. Maak er nu een eerste back-up in.`,
    caption: 'Mappen voor back-ups',
    columns: {
      name: 'Map',
      state: 'Nu',
      lastProven: 'Laatste bewezen back-up',
      backups: 'Aantal',
      acts: 'Wat je kunt doen',
    },
    isThere: 'gevonden',
    isGone: 'niet gevonden: sluit de stick of schijf aan',
    never: 'nog geen',
    drill: 'Probeer een back-up uit',
    drillOf: (name: string) => `Probeer een back-up uit: ${name}`,
    remove: 'Haal uit de lijst',
    removeOf: (name: string) => `Haal uit de lijst: ${name}`,
    removeTitle: (name: string) => `${name} uit de lijst halen?`,
    removeBody:
      'Luwte maakt er dan geen back-ups meer in. De back-ups die er staan blijven staan, en gaan open met de wachtzin van toen. Bij een vernietiging kan Luwte ze niet meer vervangen; ze worden dan een voor een genoemd, tot je bevestigt dat ze weg zijn.',
    removed: (name: string) => `De map ${name} staat niet meer in de lijst.`,
    proven: (name: string) => `${name}: gelukt en teruggelezen.`,
    failed: (name: string, why: string) => `${name}: niet gelukt. ${why}`,
  },
  drill: {
    title: 'Probeer een back-up uit',
    lead: (name: string) =>
      `Luwte opent de nieuwste back-up in ${name} in het geheugen, zoals een lege computer dat zou doen. Er verandert niets aan je kluis.`,
    action: 'Open de back-up',
    busy: 'De back-up wordt geopend en tot het laatste onderdeel gelezen.',
    done: (records: number, at: string | null, now: Date) =>
      `De back-up${at === null ? '' : ` van ${momentWords(at, now)}`} ging open: ${counted(records, 'onderdeel', 'onderdelen')} gelezen. Met deze back-up en dit geheim krijg je alles terug.`,
    gone: 'Deze map staat niet (meer) in de lijst.',
  },
  openCopies: {
    title: 'Nog niet afgerond',
    lead: 'Deze kopieën waren niet binnen bereik toen je iets vernietigde. Ze gaan nog open met de wachtzin van toen. Sluit de stick of schijf aan en maak een back-up: dan ruimt Luwte de back-ups daar op. Heb je een kopie zelf gewist, zeg dat dan hier. Van een map die niet meer in de lijst staat, wis je de back-ups zelf.',
    caption: 'Kopieën die nog niet weg zijn',
    columns: { target: 'Map', fileName: 'Bestand', madeAt: 'Van', of: 'Bevat nog', acts: 'Wat je kunt doen' },
    gone: 'Deze kopie is weg',
    goneOf: (fileName: string) => `Deze kopie is weg: ${fileName}`,
    goneTitle: 'Is deze kopie echt weg?',
    goneBody: (fileName: string, target: string) =>
      `Bevestig dit alleen als je ${fileName} in ${target} zelf hebt gewist, of als de stick of schijf niet meer bestaat. Het komt zo in de verklaring te staan.`,
    vaultGoneBody: (vault: string) =>
      `Bevestig dit alleen als je in de kluis ${vault} hetzelfde hebt vernietigd, of als je die kluis zelf hebt gewist. Het komt zo in de verklaring te staan.`,
    confirmed: 'Opgeschreven: deze kopie is weg.',
  },
  keys: {
    title: 'Wachtzin en sleutels',
    changePassphrase: 'Verander je wachtzin',
    rotate: 'Maak nieuwe sleutels',
    drawKey: 'Maak een nieuwe herstelsleutel',
    caption: 'Waarmee de kluis opengaat',
    columns: { name: 'Sleutel', acts: 'Wat je kunt doen' },
    slot: ({ kind, mark }: VaultSlot) =>
      ({
        passphrase: 'Je wachtzin',
        recovery: `Herstelsleutel, kenmerk ${mark}`,
        envelope: `Noodenvelop, kenmerk ${mark}`,
      })[kind],
    revoke: 'Trek in',
    revokeOf: (name: string) => `Trek in: ${name}`,
  },
  passphrase: {
    title: 'Verander je wachtzin',
    olderBackups:
      'Oudere back-ups gaan nog open met je oude wachtzin. Maak na het veranderen meteen een nieuwe back-up, en gooi oude back-ups weg als iemand je oude wachtzin kent.',
    fresh: 'Nieuwe wachtzin',
    again: 'Nieuwe wachtzin, nog een keer',
    current: 'Huidige wachtzin',
    action: 'Verander wachtzin',
    busy: 'De kluis krijgt nieuwe sleutels. Dat duurt even.',
    done: 'Je wachtzin is veranderd. Vanaf nu opent alleen de nieuwe je kluis.',
  },
  rotate: {
    title: 'Maak nieuwe sleutels',
    lead: 'Alles in de kluis krijgt nieuwe sleutels. Doe dit als iemand bij je computer of je back-ups kon. Je wachtzin en herstelsleutels blijven gelijk; oudere back-ups gaan nog open met de geheimen van toen.',
    action: 'Maak nieuwe sleutels',
    busy: 'Alles krijgt nieuwe sleutels. Dat duurt even.',
    done: 'De kluis heeft nieuwe sleutels.',
  },
  recoveryKey: {
    title: 'Maak een nieuwe herstelsleutel',
    lead: 'Je krijgt er een sleutel bij. Je oude blad blijft werken, tot je het intrekt.',
    action: 'Toon de nieuwe sleutel',
    busy: 'Je wachtzin wordt gecontroleerd.',
    keepTitle: 'Je nieuwe herstelsleutel',
    typeTitle: 'Typ de herstelsleutel over',
    confirm: 'Neem de sleutel in gebruik',
    confirming: 'De kluis leert de nieuwe sleutel kennen.',
    doneTitle: 'De sleutel werkt',
    done: (name: string) =>
      `Vanaf nu opent ook deze sleutel je kluis. In de lijst staat hij als “${name}”; dat kenmerk staat ook op het blad.`,
    sheet: recoverySheetText,
  },
  revoke: {
    title: (name: string) => `Trek in: ${name}`,
    lead: 'Deze sleutel opent je kluis daarna niet meer, ook niet voor wie het blad heeft. Oudere back-ups gaan er nog wel mee open.',
    action: 'Trek de sleutel in',
    busy: 'De kluis krijgt nieuwe sleutels. Dat duurt even.',
    done: (name: string) => `${name} is ingetrokken.`,
    gone: 'Deze sleutel is er niet (meer).',
  },
  envelope: {
    title: 'Noodenvelop',
    none: 'Je hebt nog geen noodenvelop. Daarin staat wat iemand moet doen als jij plotseling niet kunt werken, met een eigen sleutel.',
    made: (at: string, now: Date) =>
      `Laatst gemaakt: ${momentWords(at, now)}. Vernieuw hem elk jaar, en als er iets verandert aan wie er moet worden gebeld.`,
    make: 'Maak een noodenvelop',
    renew: 'Vernieuw de noodenvelop',
    older: (names: readonly string[]) =>
      `${names.join(' en ')} ${names.length === 1 ? 'werkt' : 'werken'} ook nog. Heb je die envelop terug, of weet je niet waar hij is, trek de sleutel dan in bij Wachtzin en sleutels.`,
    makeTitle: 'Een noodenvelop maken',
    lead: 'Wat je hier invult komt alleen op papier te staan, samen met een eigen sleutel. Luwte bewaart het niet.',
    whom: 'Wie moet iemand bellen?',
    whomHint: 'Bijvoorbeeld je waarnemer, met telefoonnummer. Iemand die je casussen mag zien.',
    where: 'Waar staat de computer?',
    what: 'Wat moet er gebeuren?',
    whatHint: 'Zonder namen van melders: wie de envelop vindt, leest dit.',
    missing: 'Vul dit in; zonder dit helpt de envelop niemand.',
    action: 'Toon de sleutel van de envelop',
    keepTitle: 'De sleutel van de noodenvelop',
    keepLead: 'Deze sleutel hoort alleen bij de noodenvelop. Je ziet hem alleen nu.',
    keepAdvice:
      'Het blad gaat in een dichte envelop naar iemand die je vertrouwt. Leg het niet bij de computer en mail het niet.',
    typeTitle: 'Typ de sleutel van de envelop over',
    doneTitle: 'De noodenvelop is klaar',
    done: (name: string) =>
      `De sleutel werkt en staat in de lijst als “${name}”. Doe het blad in een envelop, plak die dicht en geef hem aan iemand die je vertrouwt.`,
    sheet: envelopeSheetText,
  },
  destructions: {
    title: 'Vernietigd',
    none: 'Er is nog niets vernietigd.',
    caption: 'Wat vernietigd is, het laatste bovenaan',
    columns: { reference: 'Kenmerk', what: 'Wat', on: 'Vernietigd op', state: 'Stand', acts: 'Verklaring' },
    what: { case: 'casus', persons: 'namen' },
    open: (copies: number) => `open: nog ${counted(copies, 'kopie', 'kopieën')}`,
    closed: 'afgerond',
    certificate: {
      label: 'Bewaar als PDF',
      labelOf: (reference: string) => `Bewaar de verklaring van ${reference} als PDF`,
      making: 'De verklaring wordt gemaakt…',
      nameMissing: 'Vul eerst je naam in bij Instellingen.',
      ...savedWords,
    },
  },
  bottom: {
    proven: (at: string, now: Date) => `back-up ${momentWords(at, now)}, bewezen`,
    none: 'nog geen back-up: stel er een in',
    notYet: 'nog geen bewezen back-up',
    missed: 'de laatste poging lukte niet',
    waiting: 'de back-up wacht op je stick of schijf',
  },
}
