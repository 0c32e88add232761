const time = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' })
const dayOfYear = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long' })
const day = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric' })

/** When something was, as one says it now: `vandaag 17:40`, `gisteren 17:40`, `12 maart 17:40`, `12 maart 2025 17:40`. */
export function momentWords(instant: string, now: Date): string {
  const at = new Date(instant)
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  const isOn = (date: Date): boolean => at.toDateString() === date.toDateString()
  const format = at.getFullYear() === now.getFullYear() ? dayOfYear : day
  const on = isOn(now) ? 'vandaag' : isOn(yesterday) ? 'gisteren' : format.format(at)
  return `${on} ${time.format(at)}`
}
