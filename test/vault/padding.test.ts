import { expect, test } from 'vitest'
import { paddedSize } from '../../electron/vault/store/crypto/v1/padding.ts'

test('short notes all take 4 KiB, longer ones steps of 4 KiB, very long ones at most an eighth more', () => {
  expect([0, 1, 4096, 4097, 8192, 131_072].map(paddedSize)).toEqual([4096, 4096, 4096, 8192, 8192, 131_072])
  let before = 0
  for (let length = 1; length < 40_000_000; length = Math.ceil(length * 1.01)) {
    const padded = paddedSize(length)
    expect(padded).toBeGreaterThanOrEqual(Math.max(length, before))
    if (length > 131_072) expect(padded).toBeLessThanOrEqual(length * 1.125)
    before = padded
  }
})

test('the sizes that the specification gives as examples are those that are used', () => {
  expect([8192, 131_073, 1_048_577].map(paddedSize)).toEqual([8192, 135_168, 1_081_344])
})
