import { expect, test } from 'vitest'
import { inThisCentury } from '../../../renderer/ui/typed-date.ts'

test('takes a year of two digits for one of this century, and leaves whole years alone', () => {
  expect(inThisCentury('0026-06-05')).toBe('2026-06-05')
  expect(inThisCentury('2026-06-05')).toBe('2026-06-05')
  expect(inThisCentury('0202-06-05')).toBe('0202-06-05')
})
