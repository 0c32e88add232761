import type { ReportExplanation } from '#shared/statistics/report-explanation.ts'
import { type LocationNames, mergedCategories, wordsOf } from './report-words.ts'

export const explanationText = {
  title: 'Waarom staan sommige cijfers er niet?',
  onlyForYou: 'Dit is alleen voor jou. Het komt in geen enkel document.',
  /** `Onderwerp, bejegening`. */
  row: ({ dimension, categories }: ReportExplanation, locations: LocationNames = []): string =>
    `${wordsOf(dimension).heading}, ${withSmallStart(mergedCategories(dimension, categories, locations))}`,
  why,
} as const

/** One sentence for the advisor: what somebody could learn if the row were shown. */
function why({ reason, terms, divisor, min, max }: ReportExplanation, locations: LocationNames = []): string {
  switch (reason) {
    case 'too-few':
      return `Als hier een getal stond, kon iemand zien dat het om ${melders(min)} gaat, en daar is iemand aan te herkennen.`
    case 'hidden-before':
      return 'Als hier een getal stond, kon iemand er eerdere cijfers mee aanvullen die niet zijn gegeven.'
    case 'protects-others':
      return `Als hier een getal stond, kon iemand uitrekenen dat een ander getal ${range(min, max)}${sum(terms, divisor, locations)}.`
  }
}

function melders(count: number): string {
  return count === 1 ? '1 melder' : `${count} melders`
}

function range(min: number, max: number | null): string {
  if (max === null) return `ten minste ${min} is`
  return min === max ? `precies ${min} is` : `tussen ${min} en ${max} ligt`
}

function sum(terms: ReportExplanation['terms'], divisor: number, locations: LocationNames): string {
  const parts = terms.map((term, index) => {
    const sign = term.sign === 1 ? (index === 0 ? '' : '+ ') : '− '
    return `${sign}${term.value} (${nameOf(term, locations)})`
  })
  const written = divisor === 1 ? parts.join(' ') : `(${parts.join(' ')}) : ${divisor}`
  const result = terms.reduce((total, { sign, value }) => total + sign * value, 0) / divisor
  return Number.isInteger(result) ? `: ${written} = ${result}` : ''
}

function nameOf(
  { dimension, categories }: ReportExplanation['terms'][number],
  locations: LocationNames,
): string {
  if (dimension === 'total') return 'totaal'
  if (dimension === 'own-melding') return 'de eigen melding'
  return withSmallStart(mergedCategories(dimension, categories, locations))
}

function withSmallStart(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
