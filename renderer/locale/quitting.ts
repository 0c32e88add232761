import { momentWords } from './moment.ts'

/** What is said when the application is closed while something is not saved, or not in a backup yet. */
export const quittingText = {
  title: 'Luwte sluit af',
  looking: 'Luwte kijkt of alles in een back-up staat.',
  running: 'De back-up van vandaag wordt gemaakt en teruggelezen. Daarna sluit Luwte vanzelf.',
  unsaved: {
    title: 'Er staat nog iets dat niet bewaard is',
    kept: 'In het formulier op je scherm staat iets dat nog niet bewaard is. Sluit je nu af, dan staat het er weer als je dat formulier de volgende keer opent.',
    lost: 'Op je scherm staat iets dat nog niet bewaard is. Sluit je nu af, dan ben je dat kwijt.',
    quit: 'Sluit toch af',
  },
  away: {
    title: 'De map voor back-ups is er niet',
    body: (names: readonly string[], lastProvenAt: string | null, now: Date) =>
      `${names.join(' en ')}: niet gevonden. ${
        lastProvenAt === null
          ? 'Wat je schreef staat nog alleen op deze computer.'
          : `Wat je schreef sinds de back-up van ${momentWords(lastProvenAt, now)} staat alleen op deze computer.`
      } Daar is het veilig bewaard.`,
    hint: 'Sluit de stick of schijf aan en probeer het opnieuw, of sluit af. De volgende keer maakt Luwte de back-up vanzelf.',
  },
  failed: {
    title: 'De back-up is niet gelukt',
    body: 'Alles wat je schreef staat veilig op deze computer. Deze back-up is er alleen nog niet:',
  },
  quitNow: 'Sluit af zonder back-up',
  again: 'Probeer het opnieuw',
  stay: 'Blijf in Luwte',
}
