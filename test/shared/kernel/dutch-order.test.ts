import { expect, it } from 'vitest'
import { dutchOrder } from '#shared/kernel/dutch-order.ts'

it('counts numbers in names as numbers', () => {
  expect(['Locatie 10', 'Locatie 2', 'Locatie 1b', 'Locatie 1'].sort(dutchOrder)).toEqual([
    'Locatie 1',
    'Locatie 1b',
    'Locatie 2',
    'Locatie 10',
  ])
})

it('lets capitals and accents make no difference', () => {
  expect(dutchOrder('de Éénhoorn', 'De eenhoorn')).toBe(0)
  expect(['Zon', 'élf', 'Egel', 'appel'].sort(dutchOrder)).toEqual(['appel', 'Egel', 'élf', 'Zon'])
})
