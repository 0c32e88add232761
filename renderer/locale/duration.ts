const asHours = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2, useGrouping: false })

/** Minutes in a table or a field, in hours and minutes: `1:30`, and `-2:00` for a bundle that is overdrawn. */
export function clockDuration(minutes: number): string {
  const size = Math.abs(minutes)
  const clock = `${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`
  return minutes < 0 ? `-${clock}` : clock
}

/** Minutes in a sentence: `45 minuten`, `2 uur`, `1 uur en 30 minuten`. */
export function spokenDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const restInWords = rest === 1 ? '1 minuut' : `${rest} minuten`
  if (hours === 0) return restInWords
  return rest === 0 ? `${hours} uur` : `${hours} uur en ${restInWords}`
}

/** Minutes as a number of hours for a field that asks for hours: `20`, `7,5`. */
export function hoursInField(minutes: number): string {
  return asHours.format(minutes / 60)
}

/**
 * Reads a duration that somebody typed, in minutes: `1:30`, `1u30`, `1,5 uur`, `90 min`. A number without a word
 * is taken in the unit that the field asks for. Answers null for what is no duration; 0 and 25 hours are
 * durations, and whoever keeps them says why not.
 */
export function readDuration(text: string, bare: 'minutes' | 'hours'): number | null {
  const typed = text.trim().toLowerCase()
  const clock =
    /^(\d{1,5}):([0-5]\d)$/.exec(typed) ??
    /^(\d{1,5})\s*u(?:ur)?(?:\s*en)?\s*([0-5]?\d)\s*(?:m|min|minuut|minuten)?$/.exec(typed)
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2])
  const hours = /^(\d{1,5}(?:[.,]\d{1,2})?)\s*(?:u|uur|uren)$/.exec(typed)
  if (hours !== null) return Math.round(Number((hours[1] ?? '').replace(',', '.')) * 60)
  const minutes = /^(\d{1,6})\s*(?:m|min|minuut|minuten)$/.exec(typed)
  if (minutes !== null) return Number(minutes[1])
  const number = /^\d{1,6}(?:[.,]\d{1,2})?$/.exec(typed)
  if (number === null) return null
  const value = Number(typed.replace(',', '.'))
  if (bare === 'hours') return Math.round(value * 60)
  // `1,5` in a field of minutes is an hour and a half: nobody counts half minutes.
  return Number.isInteger(value) ? value : Math.round(value * 60)
}
