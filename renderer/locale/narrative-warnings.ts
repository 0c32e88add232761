import type { FindingKind, NarrativePlace } from '#shared/reports/narrative-check.ts'

const kinds: Record<FindingKind, string> = {
  number: 'een getal',
  'number-word': 'een woord dat telt',
  role: 'een rol die weinig mensen hebben',
  place: 'een plaats of groep',
  date: 'een datum of moment',
  'one-case': 'een zin over één iemand',
  'because-of-case': 'iets wat door een casus kwam',
}

export const narrativeWarningText = {
  title: 'Kijk je tekst nog eens na',
  explain: 'Hieraan zou iemand herkend kunnen worden. Kan het algemener, of kan het weg?',
  parts: {
    signals: () => 'Wat je zag',
    recommendations: (number) => `Aanbeveling ${number}`,
    'follow-ups': (number) => `Toelichting bij vorige aanbeveling ${number}`,
    'looking-back': () => 'Terugblik',
    'work-plan': () => 'Werkplan',
  } satisfies Record<NarrativePlace['part'], (number: number) => string>,
  /** `“twee” (een woord dat telt)`. */
  finding: (kind: FindingKind, words: string): string => `“${words}” (${kinds[kind]})`,
} as const
