import { describe, expect, it } from 'vitest'
import { type SecurityOverview } from '#shared/contracts/security-commands.ts'
import { isBackupDue } from '../../../../renderer/features/security/backup-due.ts'
import { backupConcerns } from '../../../../renderer/features/today/backup-concerns.ts'
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
    lastDrillAt: null,
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

describe('what Vandaag says about backups', () => {
  it('asks for a place as long as there is none, and is silent when all is well', () => {
    expect(backupConcerns(overview({ targets: [] }), now)).toEqual([{ concern: 'no-target' }])
    expect(backupConcerns(overview(), now)).toEqual([])
  })

  it('warns when the last proven backup is more than a week old and something was written since', () => {
    const old = { lastProvenAt: at(3, 4).toISOString() }
    expect(backupConcerns(overview(old), now)).toEqual([{ concern: 'not-proven', days: 8 }])
    expect(backupConcerns(overview({ ...old, isBackedUp: true }), now)).toEqual([])
    expect(backupConcerns(overview({ lastProvenAt: null }), now)).toMatchObject([{ concern: 'not-proven' }])
  })

  it('warns when a place was not seen for a fortnight, unless it is there now', () => {
    const away = { isThere: false, lastSeenAt: at(2, 26).toISOString() }
    expect(backupConcerns(overview({}, away), now)).toEqual([
      { concern: 'not-seen', name: 'stick', days: 14 },
    ])
    expect(backupConcerns(overview({}, { ...away, isThere: true }), now)).toEqual([])
    const lately = { isThere: false, lastSeenAt: at(3, 1).toISOString() }
    expect(backupConcerns(overview({}, lately), now)).toEqual([])
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
