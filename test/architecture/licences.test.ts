import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAccepted, licenceList, shippedPackages } from '../support/licence-list.ts'
import { root } from '../support/run-program.ts'

describe('the licences', () => {
  it('of everything that ships are listed, as they are now', () => {
    expect(readFileSync(join(root, 'LICENSES.md'), 'utf8')).toBe(licenceList(shippedPackages()))
  })

  it('of everything that ships go together with the EUPL', () => {
    expect(shippedPackages().length).toBeGreaterThan(50)
    expect(shippedPackages().filter(({ licence }) => !isAccepted(licence))).toEqual([])
  })

  it('that would bind the whole program are not accepted', () => {
    expect(isAccepted('MIT')).toBe(true)
    expect(isAccepted('(GPL-3.0 OR MIT)')).toBe(true)
    expect(isAccepted('MIT AND GPL-3.0')).toBe(false)
    expect(isAccepted('AGPL-3.0')).toBe(false)
    expect(isAccepted('')).toBe(false)
  })

  it('of Luwte itself is the EUPL-1.2, in its own words', () => {
    const text = readFileSync(join(root, 'LICENSE'), 'utf8')
    expect(text.startsWith('EUROPEAN UNION PUBLIC LICENCE v. 1.2\n')).toBe(true)
    expect(text).toContain(
      'All other changes or additions to this Appendix require the production of a new EUPL version.',
    )
  })
})
