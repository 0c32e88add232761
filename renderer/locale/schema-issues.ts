import { type z } from 'zod'

const amount = new Intl.NumberFormat('nl-NL')

/** What is wrong with a value in a form, in Dutch. It speaks of the field, never of what was typed. */
export function schemaIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union':
      return issue.input === null || issue.input === undefined || issue.input === ''
        ? 'Dit is nog niet ingevuld.'
        : 'Dit klopt niet.'
    case 'too_small':
      if (issue.origin === 'string') return 'Dit is nog niet ingevuld.'
      if (issue.origin === 'array') return 'Kies er ten minste een.'
      return `Dit is minder dan ${amount.format(issue.minimum)}.`
    case 'too_big':
      if (issue.origin === 'string') return `Dit is langer dan ${amount.format(issue.maximum)} tekens.`
      if (issue.origin === 'array') return `Kies er ten hoogste ${amount.format(issue.maximum)}.`
      return `Dit is meer dan ${amount.format(issue.maximum)}.`
    case 'invalid_format':
      return 'Dit is niet zoals het hoort te zijn geschreven.'
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return 'Dit klopt niet.'
  }
}
