import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FilledLine, Line, Note } from '#shared/kernel/text.ts'

describe('a line', () => {
  it('loses the spaces around it', () => {
    expect(Line.parse('  Kinderopvang Fantasia ')).toBe('Kinderopvang Fantasia')
  })

  it('stays one line when several were pasted', () => {
    expect(Line.parse('Denkbeeldigweg 12\r\n2000 BB\tVerzonnendorp\n')).toBe(
      'Denkbeeldigweg 12 2000 BB Verzonnendorp',
    )
  })

  it('reads back as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const line = Line.parse(text)
        expect(line).not.toMatch(/[\n\r\u2028\u2029]/)
        expect(Line.parse(line)).toBe(line)
      }),
    )
  })

  it('may be empty, but not where it must be filled, and has at most 200 characters', () => {
    expect(Line.safeParse('').success).toBe(true)
    expect(FilledLine.safeParse(' \n ').success).toBe(false)
    expect(Line.safeParse('x'.repeat(201)).success).toBe(false)
  })
})

describe('a note', () => {
  it('keeps its lines', () => {
    expect(Note.parse('een\ntwee\n')).toBe('een\ntwee\n')
  })
})
