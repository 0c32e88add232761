import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockDuration,
  hoursInField,
  readDuration,
  spokenDuration,
} from '../../../renderer/locale/duration.ts'

describe('a duration that the advisor types', () => {
  it.each([
    ['1:30', 90],
    ['0:45', 45],
    ['90', 90],
    ['90 min', 90],
    ['45 minuten', 45],
    ['1,5', 90],
    ['1,5 uur', 90],
    ['1.5 uur', 90],
    ['2 uur', 120],
    ['2u', 120],
    ['1u30', 90],
    ['1 uur en 30 minuten', 90],
    ['0', 0],
    ['25:00', 1500],
  ])('is read from "%s" in a field of minutes', (typed, expected) => {
    expect(readDuration(typed, 'minutes')).toBe(expected)
  })

  it('is taken as hours where the field asks for hours', () => {
    expect(readDuration('20', 'hours')).toBe(1200)
    expect(readDuration('7,5', 'hours')).toBe(450)
    expect(readDuration('7:30', 'hours')).toBe(450)
  })

  it.each(['', 'een uurtje', '1:75', '-30', '1:30:00', '12 km'])('is not guessed from "%s"', (typed) => {
    expect(readDuration(typed, 'minutes')).toBeNull()
  })

  it('reads back whatever a field or a sentence shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (minutes) => {
        expect(readDuration(clockDuration(minutes), 'minutes')).toBe(minutes)
        expect(readDuration(spokenDuration(minutes), 'minutes')).toBe(minutes)
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (quarters) => {
        expect(readDuration(hoursInField(quarters * 15), 'hours')).toBe(quarters * 15)
      }),
    )
  })

  it('shows what was taken above a bundle with a minus', () => {
    expect(clockDuration(-120)).toBe('-2:00')
  })
})
