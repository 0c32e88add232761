import { type AnnualReport, type ReportedEntity } from '#shared/reports/annual-report.ts'
import { type JointReport } from '#shared/reports/joint-report.ts'
import { chosenDimensions, dimensionsFor } from '#shared/reports/report-dimensions.ts'
import { ReportChoices, STARTING_STEPS } from '#shared/reports/report-choices.ts'
import { type Partition } from '#shared/statistics/report-dimension.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { TIME, timeDimension } from '#shared/statistics/report-time.ts'
import { reportWords } from '../../locale/report-document.ts'
import { mergedCategories, wordsOf } from '../../locale/report-words.ts'

/** What a reader knows beforehand: the headings of the tables, and what the labels of rows and columns can mean. */
export type ReadingAid = {
  period: ReportPeriod
  total: string
  /** Of a report of several organisations: the entities that it names, none for a whole caseload. Else null. */
  entities: readonly ReportedEntity[] | null
  tables: readonly { dimension: string; heading: string; labels: ReadonlyMap<string, readonly string[]> }[]
  crossTables: readonly {
    dimension: string
    other: string
    heading: string
    rowHeading: string
    labels: ReadonlyMap<string, readonly string[]>
    /** Every way to group the columns. */
    steps: readonly (readonly { label: string; categories: readonly string[] }[])[]
  }[]
}

/**
 * What a reader of a report knows of its tables: their headings, and every group that a row can be. Taken from the
 * words of the language and not from the figures, so that the file alone says which of them stand in it.
 */
export function readingAid(
  report:
    | Pick<AnnualReport, 'period' | 'locations'>
    | Pick<JointReport, 'period' | 'locations' | 'subject' | 'group'>,
): ReadingAid {
  const { period, locations } = report
  const choices = ReportChoices.parse({
    dimensions: dimensionsFor(period).map((dimension) => ({ dimension, from: STARTING_STEPS[dimension][0] })),
    crossTables: [],
  })
  const places = locations.map(({ id, place }) => ({ id, address: { city: place } }))
  const dimensions = [...chosenDimensions(choices, period, places), timeDimension(period)]
  const labelOf = (dimension: string, categories: readonly string[]): string => {
    const label = mergedCategories(dimension, categories, locations)
    return dimension === TIME && 'year' in period ? label.replace(` ${period.year}`, '') : label
  }
  const labelled = (name: string, categories: readonly string[]) => ({
    label: labelOf(name, categories),
    categories,
  })
  const labelsOf = (name: string, ladder: readonly Partition[]) =>
    new Map(ladder.flat().map((categories) => [labelOf(name, categories), categories]))
  return {
    period,
    total: reportWords.total,
    entities: 'subject' in report ? (report.group?.entities ?? []) : null,
    tables: dimensions.flatMap(({ name, ladder }) => {
      const heading = reportWords.tableHeading(wordsOf(name).heading, period)
      const labels = labelsOf(name, ladder)
      return [heading, reportWords.inLargerGroups(heading)].map((each) => ({
        dimension: name,
        heading: each,
        labels,
      }))
    }),
    crossTables: dimensions.flatMap(({ name, ladder }) =>
      dimensions
        .filter((other) => other.name !== name)
        .map((other) => ({
          dimension: name,
          other: other.name,
          heading: reportWords.crossTable(wordsOf(name).heading, wordsOf(other.name).inSentence),
          rowHeading: wordsOf(name).heading,
          labels: labelsOf(name, ladder),
          steps: other.ladder.map((step) => step.map((categories) => labelled(other.name, categories))),
        })),
    ),
  }
}
