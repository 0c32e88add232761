import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readRegisterFile } from '../../../electron/vault/register/read-register-file.ts'
import {
  searchableRegister,
  searchRegister,
  type SearchableRegister,
} from '../../../electron/vault/register/search-register.ts'

const AMSTERDAM = join(import.meta.dirname, '../../fixtures/lrk/export_opendata_lrk-amsterdam.csv')

let rows: SearchableRegister
beforeAll(async () => {
  const register = await readRegisterFile(AMSTERDAM)
  if ('refused' in register) throw new Error(register.refused)
  rows = searchableRegister(register.rows)
})

describe('searching the register', () => {
  it('finds 121 locations for Partou, of which 87 of the holder Partou B.V. and 34 without a holder', () => {
    const { rows: found, holders } = searchRegister(rows, 'Partou', null)
    expect(found).toHaveLength(121)
    expect(holders).toEqual([
      { holder: 'Partou B.V.', count: 87 },
      { holder: '', count: 34 },
    ])
  })

  it('shows the 87 of one holder alone, and still counts the others', () => {
    const { rows: found, holders } = searchRegister(rows, 'Partou', 'Partou B.V.')
    expect(found).toHaveLength(87)
    expect(holders).toHaveLength(2)
  })

  it('finds a location by its number, by its street and by its postcode with and without a space', () => {
    const names = (query: string) => searchRegister(rows, query, null).rows.map((row) => row.name)
    expect(names('100178376')).toEqual(['KDV Plons'])
    expect(names('plons veerstraat')).toEqual(['KDV Plons'])
    expect(names('plons 1075SW')).toEqual(['KDV Plons'])
    expect(names('1075 sw plons')).toEqual(['KDV Plons'])
  })

  it('asks that every word occurs, and does not mind case or accents', () => {
    const all = searchRegister(rows, 'impuls', null).rows.length
    expect(searchRegister(rows, 'ÏMPÙLS', null).rows).toHaveLength(all)
    expect(searchRegister(rows, 'stichting impuls bestaatniet', null).rows).toEqual([])
  })

  it('shows locations as they are looked up, the second before the tenth', () => {
    const [sample] = rows
    if (sample === undefined) throw new Error('the sample register is empty')
    const named = [10, 2, 1].map((number) => ({ ...sample.row, name: `Locatie ${number}` }))
    const found = searchRegister(searchableRegister(named), '', null).rows
    expect(found.map((row) => row.name)).toEqual(['Locatie 1', 'Locatie 2', 'Locatie 10'])
  })

  it('shows registered locations before those that left the register', () => {
    const states = searchRegister(rows, '', null).rows.map((row) => row.registered)
    expect(states.lastIndexOf(true)).toBeLessThan(states.indexOf(false))
  })

  it('never finds more with one word more, and always counts every match under one holder', () => {
    const word = fc.constantFrom('partou', 'kdv', 'bso', 'impuls', 'straat', 'de', 'b.v.', '10', 'amsterdam')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), word, (words, extra) => {
        const fewer = searchRegister(rows, words.join(' '), null)
        const more = searchRegister(rows, [...words, extra].join('  '), null)
        const found = new Set(fewer.rows)
        expect(more.rows.every((row) => found.has(row))).toBe(true)
        expect(fewer.holders.reduce((sum, { count }) => sum + count, 0)).toBe(fewer.rows.length)
      }),
      { numRuns: 50 },
    )
  })
})
