/** Where the screens of one case live. */
export const paths = {
  newMelding: '/casussen/nieuw',
  case: (id: string) => `/casussen/${id}`,
  details: (id: string) => `/casussen/${id}/gegevens`,
  persons: (id: string) => `/casussen/${id}/personen`,
  closing: (id: string) => `/casussen/${id}/afsluiten`,
  destroy: (id: string) => `/casussen/${id}/vernietigen`,
  destroyPersons: (id: string) => `/casussen/${id}/namen-vernietigen`,
  entry: (id: string, entryId: string) => `/casussen/${id}/moment/${entryId}`,
} as const
