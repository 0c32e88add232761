const YEAR = /\b(19|20)\d{2}\b/g
const NUMBER =
  /\d|\b(twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig|beide|tweemaal|driemaal)\b/i

/** Whether a text holds a number, in digits or in words, other than a year: it may count people. */
export function hasNumbers(text: string): boolean {
  return NUMBER.test(text.replace(YEAR, ''))
}
