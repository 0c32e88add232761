import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { askedOfGate, dimensionsFor } from '#shared/reports/report-dimensions.ts'
import { ReportChoices, STARTING_STEPS } from '#shared/reports/report-choices.ts'
import { TIME, timeDimension } from '#shared/statistics/report-time.ts'
import { reportWords } from '../../locale/report-document.ts'
import { mergedCategories, wordsOf } from '../../locale/report-words.ts'
import { type ReadingAid } from './figures-in-lines.ts'

/**
 * What a reader of a report knows of its tables: their headings, and every group that a row can be. Taken from the
 * words of the language and not from the figures, so that the file alone says which of them stand in it.
 */
export function readingAid({ period, locations }: Pick<AnnualReport, 'period' | 'locations'>): ReadingAid {
  const choices = ReportChoices.parse({
    dimensions: dimensionsFor(period).map((dimension) => ({ dimension, from: STARTING_STEPS[dimension][0] })),
    crossTables: [],
  })
  const places = locations.map(({ id, place }) => ({ id, address: { city: place } }))
  const asked = askedOfGate(choices, period, places).dimensions
  const dimensions = [...asked.filter(({ name }) => name !== TIME), timeDimension(period)]
  const labelOf = (dimension: string, categories: readonly string[]): string => {
    const label = mergedCategories(dimension, categories, locations)
    return dimension === TIME && 'year' in period ? label.replace(` ${period.year}`, '') : label
  }
  return {
    period,
    total: reportWords.total,
    tables: dimensions.map(({ name, ladder }) => ({
      dimension: name,
      heading: wordsOf(name).heading,
      labels: new Map(ladder.flat().map((categories) => [labelOf(name, categories), categories])),
    })),
  }
}
