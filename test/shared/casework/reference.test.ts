import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CaseFile } from '#shared/casework/case-file.ts'
import { referenceFrom } from '#shared/casework/reference.ts'
import { sampleCase } from '../sample-caseload.ts'

describe('the reference of a case', () => {
  it('fits every case, whatever bytes were drawn', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (bytes) => {
        const reference = referenceFrom(bytes)
        expect(CaseFile.safeParse({ ...sampleCase(1), reference }).success).toBe(true)
        expect(reference).toMatch(/^[B-Z][AEIO][B-Z][AEIO]-\d\d$/)
      }),
    )
  })

  it('is not made of too few bytes', () => {
    expect(() => referenceFrom(new Uint8Array(5))).toThrow()
  })
})
