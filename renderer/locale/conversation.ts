import { spokenDuration } from './duration.ts'

/** *In gesprek*: one large note while somebody is on the telephone, and what becomes of it. */
export const conversationText = {
  name: 'In gesprek',
  newMelding: 'Nieuwe melding',
  note: 'Notitie van het gesprek',
  lasted: (minutes: number) => (minutes < 1 ? 'net begonnen' : spokenDuration(minutes)),
  end: 'Beëindig gesprek',
  resumed: 'Dit gesprek was nog niet afgerond. Wat je schreef staat er nog.',
  notKept: 'Wat je typt staat nog niet op de schijf.',
  clockRuns:
    'Het gesprek duurt langer dan anderhalf uur. Luwte gaat nu weer op slot als je een tijd niets typt; wat je schreef is bewaard.',
  locksSoon: (seconds: number) =>
    `Over ${seconds} seconden gaat Luwte op slot. Typ iets om door te gaan; wat je schreef is bewaard.`,
  ending: {
    title: 'Wat wil je bewaren?',
    lasted: (minutes: number) =>
      minutes < 1
        ? 'Het gesprek duurde minder dan een minuut.'
        : `Het gesprek duurde ${spokenDuration(minutes)}.`,
    note: 'Wat je schreef',
    nothingWritten: 'Je schreef niets op.',
    keepAs: 'Bewaar dit als',
    ways: {
      contact: 'Contact bij een casus',
      'new-melding': 'Nieuwe melding',
      nothing: 'Niets: gooi de notitie weg',
    },
    case: 'Casus',
    casePlaceholder: 'Zoek op kenmerk of omschrijving',
    closed: 'afgesloten: wordt nazorg',
    channel: 'Hoe',
    minutes: 'Minuten',
    actions: {
      contact: 'Bewaar contact',
      'new-melding': 'Ga naar de nieuwe melding',
      nothing: 'Gooi de notitie weg',
    },
    back: 'Terug naar het gesprek',
    savedContact: 'Contact bewaard.',
    thrownAway: 'De notitie is weg.',
    meldingIsReady: 'Je notitie staat klaar bij Nieuwe melding.',
    addedToMelding: 'Er stond al een begonnen melding. Je notitie staat eronder.',
    underneath: {
      title: 'Je was nog met een formulier bezig',
      kept: 'In het formulier waar je vóór dit gesprek mee bezig was, staat iets dat nog niet bewaard is. Ga je er niet naar terug, dan staat het er weer als je dat formulier opnieuw opent.',
      lost: 'Op het scherm waar je vóór dit gesprek mee bezig was, staat iets dat nog niet bewaard is. Ga je er niet naar terug, dan ben je dat kwijt.',
      back: 'Bewaar het gesprek en ga terug naar het formulier',
      leave: 'Bewaar het gesprek en laat het formulier los',
    },
    confirmTitle: 'Gooi je de notitie weg?',
    confirmBody: 'Wat je in dit gesprek schreef komt nergens te staan. Dit kun je niet terughalen.',
  },
}
