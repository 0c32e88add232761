import { type Page } from 'playwright'
import { Hands } from '../../demo/hands.ts'
import { type FieldMarkers } from './mark-fields.ts'

/** One walk through all screens, with what was typed on the way. */
export type Walk = {
  page: Page
  hands: Hands
  markers: FieldMarkers
  visited: Set<string>
  /** Goes to a screen by its place, as a link would, and leaves behind what stood unsaved in the one before. */
  at: (place: string) => Promise<void>
  /** Marks every field of the screen on which we are. */
  mark: (valid?: Record<string, string>) => Promise<void>
}

/** Makes the walk, from the first start on. */
export function walkThrough(page: Page, markers: FieldMarkers): Walk {
  const visited = new Set<string>()
  const place = () => decodeURIComponent(new URL(page.url()).hash.slice(1))
  return {
    page,
    hands: new Hands(page),
    markers,
    visited,
    at: async (to) => {
      await page.evaluate((hash) => (window.location.hash = hash), to)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    },
    mark: async (valid) => {
      visited.add(place())
      // What a screen shows is fetched first; some have no field at all.
      await page.locator('main :is(input, textarea)').first().waitFor({ timeout: 500 }).catch(nothing)
      await markers.fill(page, place(), valid)
    },
  }
}

function nothing(): void {
  return undefined
}
