/** A backup as the ledger knows it. `date` is a calendar date `YYYY-MM-DD`; `proven`: the last look at it was good. */
export type LedgerLine = { fileName: string; stateNumber: number; date: string; proven: boolean }

/** How many of the latest days, weeks and months keep a backup. */
const kept = { days: 7, weeks: 4, months: 6 } as const

const dayMilliseconds = 86_400_000

/** The Monday of the week in which a date lies, as a number of days; `NaN` for what is no date. */
function weekOf(date: string): number {
  const days = Date.parse(`${date}T00:00:00Z`) / dayMilliseconds
  // Day 0, 1 January 1970, was a Thursday.
  return days - ((days + 3) % 7)
}

/** The newest of every period, for the latest `count` periods in which there is one. */
function newestOfEach(
  newestFirst: LedgerLine[],
  count: number,
  period: (date: string) => string,
): LedgerLine[] {
  const newest = new Map<string, LedgerLine>()
  for (const line of newestFirst) {
    const name = period(line.date)
    if (!newest.has(name)) newest.set(name, line)
  }
  return [...newest.values()].slice(0, count)
}

/** What is kept of backups whose dates can all be true. */
const keptOf = (newestFirst: LedgerLine[]): LedgerLine[] => [
  ...newestOfEach(newestFirst, kept.days, (date) => date),
  ...newestOfEach(newestFirst, kept.weeks, (date) => String(weekOf(date))),
  ...newestOfEach(newestFirst, kept.months, (date) => date.slice(0, 7)),
]

/** Longer than this nobody goes without a backup and then has one to throw away: the clock went wrong, or came right. */
const longestGap = 62 * dayMilliseconds

/** Whether the newest backup does not follow the one before it as one day follows another. */
function clockJumped([newest, before]: readonly LedgerLine[]): boolean {
  if (newest === undefined || before === undefined) return false
  const gap = Date.parse(newest.date) - Date.parse(before.date)
  return gap < 0 || gap > longestGap
}

/**
 * Which backups of one target may go: all that are proven but the newest of the latest 7 days, 4 weeks and 6
 * months in which there is one. What counts as newer is the state number. Where the clock went wrong nothing goes that
 * day, and what bears a later day than a newer backup takes no place of those whose days are right: of such backups as
 * many are kept again. The newest proven one always stays. What is not proven takes nobody's place and is left to its
 * finder.
 */
export function backupsToPrune(lines: readonly LedgerLine[]): string[] {
  const newestFirst = lines
    .filter(({ proven }) => proven)
    .sort((one, other) => other.stateNumber - one.stateNumber || other.date.localeCompare(one.date))
  if (clockJumped(newestFirst)) return []
  let earliest = newestFirst[0]?.date ?? ''
  const right: LedgerLine[] = []
  const wrong: LedgerLine[] = []
  for (const line of newestFirst) {
    if (line.date > earliest) wrong.push(line)
    else right.push(line)
    if (line.date < earliest) earliest = line.date
  }
  const keep = new Set([...newestFirst.slice(0, 1), ...keptOf(right), ...keptOf(wrong)])
  return newestFirst.filter((line) => !keep.has(line)).map(({ fileName }) => fileName)
}
