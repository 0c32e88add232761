import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Id, idFrom } from '#shared/kernel/id.ts'

const randomBytes = fc.uint8Array({ minLength: 26, maxLength: 40 })

describe('the name of a record', () => {
  it('is valid whatever bytes were drawn', () => {
    fc.assert(fc.property(randomBytes, (bytes) => Id.safeParse(idFrom(bytes)).success))
  })

  it('keeps five bits of each byte', () => {
    fc.assert(
      fc.property(randomBytes, fc.integer({ min: 0, max: 25 }), (bytes, place) => {
        const other = Uint8Array.from(bytes)
        other[place] = (bytes[place] ?? 0) ^ 1
        expect(idFrom(other)).not.toBe(idFrom(bytes))
      }),
    )
  })

  it('is not drawn from too little chance', () => {
    expect(() => idFrom(new Uint8Array(25))).toThrow()
  })

  it.each(['', '0'.repeat(25), 'i'.repeat(26), 'A'.repeat(26)])('is never %j', (text) => {
    expect(Id.safeParse(text).success).toBe(false)
  })
})
