import { describe, expect, it } from 'vitest'
import { safetyConcerns } from '#shared/contracts/safety-concerns.ts'
import { type SecurityOverview } from '#shared/contracts/security-commands.ts'
import { isBackupDue } from '../../../../renderer/features/security/backup-due.ts'
import { momentWords } from '../../../../renderer/locale/moment.ts'

const at = (month: number, day: number, hour = 12) => new Date(2026, month - 1, day, hour)
const now = at(3, 12, 18)

const target = { id: 'a', name: 'stick', addedAt: at(1, 5).toISOString(), isThere: true, backups: 3 }

function overview(
  changes: Partial<SecurityOverview> = {},
  of: Partial<SecurityOverview['targets'][number]> = {},
): SecurityOverview {
  const lastProvenAt = at(3, 11).toISOString()
  return {
    targets: [{ ...target, lastSeenAt: lastProvenAt, lastProvenAt, ...of }],
    lastProvenAt,
    lastDrillAt: lastProvenAt,
    isBackedUp: false,
    slots: [],
    records: 12,
    openDestructions: 0,
    envelopeMadeAt: null,
    lastCheck: null,
    ...changes,
  }
}

describe('a backup that Luwte makes by itself', () => {
  it('comes the next day when something was written since the last one', () => {
    expect(isBackupDue(overview(), now)).toBe(true)
    expect(isBackupDue(overview({ isBackedUp: true }), now)).toBe(false)
  })

  it('comes on the same day only after four hours', () => {
    expect(isBackupDue(overview({ lastProvenAt: at(3, 12, 15).toISOString() }), now)).toBe(false)
    expect(isBackupDue(overview({ lastProvenAt: at(3, 12, 14).toISOString() }), now)).toBe(true)
  })

  it('comes at once in a place that has none yet, and waits for a place that is not there', () => {
    expect(isBackupDue(overview({ lastProvenAt: null }), now)).toBe(true)
    expect(isBackupDue(overview({}, { isThere: false }), now)).toBe(false)
    expect(isBackupDue(overview({ targets: [] }), now)).toBe(false)
  })
})

describe('what Vandaag and Beveiliging say about the keeping of the vault', () => {
  it('asks for a place as long as there is none, and is silent when all is well', () => {
    expect(safetyConcerns(overview({ targets: [] }), now.toISOString())).toEqual([{ concern: 'no-target' }])
    expect(safetyConcerns(overview(), now.toISOString())).toEqual([])
  })

  it('warns when the last proven backup is more than a week old and something was written since', () => {
    const old = { lastProvenAt: at(3, 4).toISOString() }
    expect(safetyConcerns(overview(old), now.toISOString())).toEqual([{ concern: 'not-proven', days: 8 }])
    expect(safetyConcerns(overview({ ...old, isBackedUp: true }), now.toISOString())).toEqual([])
    expect(safetyConcerns(overview({ lastProvenAt: null }), now.toISOString())).toMatchObject([
      { concern: 'not-proven' },
    ])
  })

  it('warns when a place was not seen for a fortnight, unless it is there now', () => {
    const away = { isThere: false, lastSeenAt: at(2, 26).toISOString() }
    expect(safetyConcerns(overview({}, away), now.toISOString())).toEqual([
      { concern: 'not-seen', name: 'stick', days: 14 },
    ])
    expect(safetyConcerns(overview({}, { ...away, isThere: true }), now.toISOString())).toEqual([])
    const lately = { isThere: false, lastSeenAt: at(3, 1).toISOString() }
    expect(safetyConcerns(overview({}, lately), now.toISOString())).toEqual([])
  })
})

describe('what asks to be done again', () => {
  it('asks to try a backup out when a month went by, and within a week when it was never done', () => {
    const concerns = (
      changes: Partial<SecurityOverview>,
      of: Partial<SecurityOverview['targets'][number]> = {},
    ) => safetyConcerns(overview({ isBackedUp: true, ...changes }, of), now.toISOString())
    expect(concerns({ lastDrillAt: at(2, 10).toISOString() })).toEqual([])
    expect(concerns({ lastDrillAt: at(2, 9).toISOString() })).toEqual([
      { concern: 'drill-due', id: 'a', days: 31 },
    ])
    expect(concerns({ lastDrillAt: null }, { addedAt: at(3, 6).toISOString() })).toEqual([])
    expect(concerns({ lastDrillAt: null }, { addedAt: at(3, 5).toISOString() })).toEqual([
      { concern: 'drill-due', id: 'a', days: null },
    ])
    expect(concerns({ lastDrillAt: null }, { isThere: false, lastSeenAt: at(3, 11).toISOString() })).toEqual([
      { concern: 'drill-due', id: null, days: null },
    ])
    expect(concerns({ lastDrillAt: null }, { backups: 0 })).toEqual([])
  })

  it('asks for a new envelope once the one there is has lain for a year', () => {
    const of = (envelopeMadeAt: Date) =>
      safetyConcerns(
        overview({ isBackedUp: true, envelopeMadeAt: envelopeMadeAt.toISOString() }),
        now.toISOString(),
      )
    expect(of(new Date(2025, 2, 13, 18))).toEqual([])
    expect(of(new Date(2025, 2, 12, 18))).toEqual([{ concern: 'envelope-old', days: 365 }])
  })

  it('goes on saying that the last check found a fault, and is silent about a place that was away', () => {
    const check = (finding: 'damaged' | 'out-of-reach') => ({
      at: at(3, 12).toISOString(),
      mended: false,
      parts: [{ part: 'backups' as const, place: 'stick', count: 1, findings: [{ finding, of: 'stick' }] }],
    })
    const of = (finding: 'damaged' | 'out-of-reach') =>
      safetyConcerns(overview({ isBackedUp: true, lastCheck: check(finding) }), now.toISOString())
    expect(of('damaged')).toEqual([{ concern: 'check-faulty' }])
    expect(of('out-of-reach')).toEqual([])
  })
})

describe('the moment of a backup', () => {
  it('is said as one says it today', () => {
    const words = (date: Date) => momentWords(date.toISOString(), now)
    expect(words(at(3, 12, 9))).toBe('vandaag 09:00')
    expect(words(at(3, 11, 23))).toBe('gisteren 23:00')
    expect(words(at(3, 10))).toBe('10 maart 12:00')
    expect(words(new Date(2025, 11, 30, 8))).toBe('30 december 2025 08:00')
  })
})
