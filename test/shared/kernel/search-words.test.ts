import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, searchWords } from '#shared/kernel/search-words.ts'

describe('words of a search', () => {
  it('forget case and accents', () => {
    expect(searchWords('  Café   ÏMPULS\t’t ')).toEqual(['cafe', 'impuls', '’t'])
  })

  it('are none when nothing was typed', () => {
    expect(searchWords(' \n ')).toEqual([])
  })

  it('fold to the same when they were folded before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)),
    )
  })
})
