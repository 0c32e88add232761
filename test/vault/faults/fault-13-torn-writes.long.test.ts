import { describe, expect, test } from 'vitest'
import { lastEntry, lastSnapshot, tearEntry, tearSnapshot } from './torn-writes.ts'

describe('fault 13: journal cut at every byte; damaged middle', () => {
  test('every prefix and every byte of the last write of a recorded journal costs that write alone', async () => {
    expect(await tearEntry(await lastEntry(), 1)).toBeGreaterThan(3000)
  })

  test('every prefix and every byte of the last write of a recorded snapshot costs nothing', async () => {
    expect(await tearSnapshot(await lastSnapshot(), 1)).toBeGreaterThan(30_000)
  })
})
