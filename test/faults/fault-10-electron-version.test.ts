import { describe, expect, it } from 'vitest'
import { isFitForRealCases } from '../../electron/main/fit-for-real-cases.ts'

describe('fault 10: started on another Electron version', () => {
  it.each(['43.0.0', '45.4.1', '100.0.0-beta.1'])('is content with an official Electron %s', (version) => {
    expect(isFitForRealCases(version, 'official')).toBe(true)
  })

  it.each(['25.1.1', '42.9.9', '9.4.4', '', 'nieuw', '-43'])(
    'calls Electron %j unfit for real cases',
    (version) => {
      expect(isFitForRealCases(version, 'official')).toBe(false)
    },
  )

  it('calls any Electron unfit that does not come from where Electron is made', () => {
    expect(isFitForRealCases('100.0.0', 'registry')).toBe(false)
  })
})
