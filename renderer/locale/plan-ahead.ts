import type { PlannedYear } from '#shared/reports/planned-year.ts'
import { joined, wordsOf } from './report-words.ts'

export const planAheadText = {
  title: 'Vooruitkijken: per halfjaar rapporteren?',
  explain:
    'Cijfers van een half jaar kunnen later cijfers van het hele jaar in de weg staan. Luwte kijkt wat dat in de afgelopen jaren had gekost.',
  look: 'Kijk naar de afgelopen jaren',
  looking: 'De afgelopen jaren worden doorgerekend…',
  noYears: 'Er is nog geen afgesloten jaar met een contract om naar te kijken.',
  year: ({ year, lost }: PlannedYear): string => {
    if (lost.length === 0) return `${year}: halfjaarcijfers hadden het jaar niets gekost.`
    const tables = lost.map(
      ({ dimension, rowsAlone, rowsAfterHalves }) =>
        `${wordsOf(dimension).inSentence} (van ${rowsAlone} naar ${rowsAfterHalves} zichtbare regels)`,
    )
    return `${year}: door halfjaarcijfers was er minder te zien bij ${joined(tables, 'en')}.`
  },
} as const
