import { describe, expect, it } from 'vitest'
import {
  keptValues,
  sameValues,
  withFieldsOf,
  withTypedSince,
} from '../../../renderer/ui/form/kept-values.ts'

const nobody = { part: 'melder', name: '', on: null as string | null, minutes: 30 as number | null }
const begins = { title: '', isPaid: true, subjects: [] as string[], people: [nobody], outcome: undefined }

describe('what was typed in a form and not saved', () => {
  it('stands in the form again, in lists of people too', () => {
    const typed = {
      title: 'Proef',
      isPaid: false,
      subjects: ['een', 'twee'],
      people: [
        { ...nobody, name: 'Wilma' },
        { ...nobody, on: '2026-02-03', minutes: null },
      ],
      outcome: 'resolved',
    }
    expect(keptValues(begins, JSON.stringify(typed))).toEqual(typed)
  })

  it('is nothing when it is what the form begins with', () => {
    expect(keptValues(begins, JSON.stringify(begins))).toBeNull()
  })

  it.each(['', 'geen JSON', '[]', 'null', '3', '{"title":3}', '{"people":"Wilma"}', '{"weg":"Wilma"}'])(
    'is nothing when nothing of it fits the form: %s',
    (text) => {
      expect(keptValues(begins, text)).toBeNull()
    },
  )

  it('fills in what fits a form that has changed since, and leaves out the rest', () => {
    const typed = {
      weg: 'oud veld',
      title: 'Proef',
      isPaid: 'ja',
      subjects: ['een', { twee: 2 }, null],
      people: [{ name: 'Wilma', minutes: 'lang', weg: 1 }, 'Karel'],
      outcome: { hoe: 'opgelost' },
    }
    expect(keptValues(begins, JSON.stringify(typed))).toEqual({
      ...begins,
      title: 'Proef',
      subjects: ['een'],
      people: [{ ...nobody, name: 'Wilma' }],
    })
  })

  it('fills in fields that began with nothing and stand in the form by now, beside what is typed there already', () => {
    const short = { note: '', details: { on: '2026-02-03' } }
    const now = { note: 'Zij', details: { on: '2026-02-03', role: undefined }, outcome: undefined }
    const base = withFieldsOf<object>(short, now)
    expect(base).toStrictEqual({
      ...short,
      details: { on: '2026-02-03', role: undefined },
      outcome: undefined,
    })
    const found = keptValues(base, '{"details":{"role":"parent"},"outcome":"resolved"}')
    expect(withTypedSince<object>(found ?? {}, short, now)).toEqual({
      note: 'Zij',
      details: { on: '2026-02-03', role: 'parent' },
      outcome: 'resolved',
    })
  })

  it('changes nothing but fields, whatever they are called', () => {
    const found = keptValues(begins, '{"title":"Proef","__proto__":{"isPaid":false},"constructor":"x"}')
    expect(found).toEqual({ ...begins, title: 'Proef' })
    expect(Object.getPrototypeOf(found)).toBe(Object.prototype)
  })
})

describe('what is typed while a form is being saved', () => {
  const empty = { note: '', minutes: 30, figures: [{ value: null as number | null }] }
  const sent = { note: 'Belde terug.', minutes: 45, figures: [{ value: 3 }] }

  it('is nothing when nothing was: the form begins anew', () => {
    expect(withTypedSince(empty, sent, structuredClone(sent))).toEqual(empty)
  })

  it('stays in the field that is empty otherwise, without what was saved', () => {
    const now = { ...sent, note: 'Belde terug. En nog eens' }
    expect(withTypedSince(empty, sent, now)).toEqual({ ...empty, note: 'En nog eens' })
  })

  it('stays whole where what was saved was changed as well', () => {
    expect(withTypedSince(empty, sent, { ...sent, note: 'Zij belde' })).toEqual({
      ...empty,
      note: 'Zij belde',
    })
  })

  it('stays in a form that goes on with what was saved', () => {
    const now = { ...sent, note: 'Belde terug. En nog eens', minutes: 50 }
    expect(withTypedSince(sent, sent, now)).toEqual(now)
  })

  it('is of a list what is not in it yet', () => {
    const now = { ...sent, figures: [{ value: 3 }, { value: 4 }] }
    expect(withTypedSince(empty, sent, now)).toEqual({ ...empty, figures: [{ value: 4 }] })
  })
})

describe('two sets of values', () => {
  it('are the same whatever the order of their fields, and with or without a field that holds nothing', () => {
    expect(sameValues({ a: 1, b: [{ c: 2, d: undefined }] }, { b: [{ c: 2 }], a: 1 })).toBe(true)
    expect(sameValues({ a: [1, 2] }, { a: [1] })).toBe(false)
    expect(sameValues({ a: null }, {})).toBe(false)
  })
})
