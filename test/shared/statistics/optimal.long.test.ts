import { describe, expect, test } from 'vitest'
import { optimal } from '#shared/statistics/optimal.ts'
import { disclosureCase } from './disclosure-case.ts'

const { atoms, cells } = disclosureCase('03-')
const request = {
  atoms: atoms.map(({ value }) => value),
  cells: cells.map(({ id, atoms: members, primary = false }) => ({ id, members, unsafe: primary })),
  threshold: 11,
  secret: new Uint8Array(32).fill(3),
  reportId: 'report',
}
const unsafe = cells.filter(({ primary }) => primary).length

describe('a published table of 168 cells', { timeout: 300_000 }, () => {
  test('needs 21 more cells so that none can be computed, where published methods need 22 to 27', async () => {
    const answer = await optimal(request, 'exact')
    expect(answer.ok && answer.hidden.length - unsafe).toBe(21)
  })

  test('needs 25 more cells so that nobody can tell none, a few and eleven apart', async () => {
    const answer = await optimal(request, 'G')
    expect(answer.ok && answer.hidden.length - unsafe).toBe(25)
  })
})
