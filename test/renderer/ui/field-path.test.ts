import { expect, test } from 'vitest'
import { fieldPath } from '../../../renderer/ui/form/field-path.ts'

test('finds the field that a refusal names, however deep the form keeps it', () => {
  expect(fieldPath({ on: '2026-01-01' }, 'on')).toBe('on')
  expect(fieldPath({ on: '2026-01-01' }, 'details.on')).toBe('on')
  expect(fieldPath({ details: { on: '2026-01-01' }, note: '' }, 'on')).toBe('details.on')
})

test('finds nothing for a field that the form does not have', () => {
  expect(fieldPath({ note: null, details: { on: '' } }, 'lrkNumber')).toBeNull()
})
