import { type KeyboardEvent } from 'react'

const SEPARATORS = ['-', '/', '.', ' ']

/**
 * Lets a date be typed as it is written, `1-2-2026`: a separator goes on to the next part. The field goes on by
 * itself when a part is full (`31`), and the separator that is then typed has nothing left to do.
 */
export function separatorKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  let lastTypedIn: Element | null = null
  return (event) => {
    const segment = event.target
    if (!(segment instanceof HTMLElement)) return
    if (/^\d$/.test(event.key)) lastTypedIn = segment
    if (!SEPARATORS.includes(event.key)) return
    event.preventDefault()
    if (lastTypedIn !== segment) return
    const segments = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="spinbutton"]')]
    segments[segments.indexOf(segment) + 1]?.focus()
  }
}

/** A year of two digits is one of this century: `26` is 2026. Other dates come back as they are. */
export function inThisCentury(date: string): string {
  return /^00\d\d-/.test(date) ? `20${date.slice(2)}` : date
}
