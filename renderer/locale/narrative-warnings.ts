import type { FindingKind } from '#shared/reports/narrative-check.ts'

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
  warning: (findings: readonly string[]): string =>
    `Hieraan zou iemand herkend kunnen worden: ${findings.join('; ')}. Kan het algemener, of kan het weg?`,
  inActivity: (description: string, warning: string): string =>
    `Bij de activiteit “${description}”. ${warning} Dat verander je bij Uren.`,
  /** `“twee” (een woord dat telt)`. */
  finding: (kind: FindingKind, words: string): string => `“${words}” (${kinds[kind]})`,
} as const
