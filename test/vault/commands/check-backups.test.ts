import { copyFile, cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addBackupPlace } from '../../support/backup-place.ts'
import { newCaseload, PASSPHRASE } from '../../support/new-caseload.ts'
import { CheckedVault, flip, partOf } from './checked-vault.ts'

describe('checking the backups', () => {
  let at: CheckedVault

  beforeEach(async () => {
    at = await CheckedVault.make()
  })
  afterEach(() => at.vault.discard())

  it('names a damaged backup, and no longer counts on it', async () => {
    await at.vault.must('backup.run', {})
    await at.reopen('2026-03-09')
    await at.start()
    await at.vault.must('backup.run', {})
    expect((await at.vault.must('security.overview', {})).lastProvenAt).toBe('2026-03-09T12:00:00.000Z')
    const [, newest = ''] = await at.backups()
    await flip(join(at.stick, newest), (length) => length - 500)
    const whole = await at.check()
    expect(partOf(whole, 'backups')).toMatchObject({
      count: 2,
      findings: [{ finding: 'damaged', of: newest }],
    })
    const overview = await at.vault.must('security.overview', {})
    expect(overview).toMatchObject({ isBackedUp: false, lastProvenAt: '2026-03-02T12:00:00.000Z' })
    expect(overview.lastDrillAt).toBeNull()
    expect(overview.targets).toMatchObject([{ backups: 1, lastProvenAt: '2026-03-02T12:00:00.000Z' }])
    expect(await at.vault.must('backup.run', {})).toMatchObject({
      targets: [{ outcome: { provenAt: '2026-03-09T12:00:00.000Z' } }],
    })
    expect(await at.vault.must('security.overview', {})).toMatchObject({ isBackedUp: true })
  })

  it('sees an older backup under the name of a newer one, one of another vault, and one that is gone', async () => {
    for (const day of ['2026-03-03', '2026-03-04', '2026-03-05']) {
      await at.reopen(day)
      await at.start()
      await at.vault.must('backup.run', {})
    }
    const [first = '', second = '', third = ''] = await at.backups()
    await copyFile(join(at.stick, first), join(at.stick, second))
    await rm(join(at.stick, third))
    const other = await newCaseload()
    const { path: drawer } = await addBackupPlace(other, 'lade')
    await other.must('backup.run', {})
    const [strange = ''] = (await readdir(drawer)).filter((name) => name.startsWith('luwte-'))
    await copyFile(join(drawer, strange), join(at.stick, first))
    await other.discard()
    const { findings } = partOf(await at.check(), 'backups')
    expect(new Map(findings.map(({ of, finding }) => [of, finding]))).toEqual(
      new Map([
        [first, 'tampered'],
        [second, 'tampered'],
        [third, 'missing'],
      ]),
    )
    expect((await at.vault.must('security.overview', {})).lastProvenAt).toBeNull()
  })

  it('tells a backup of the time of another passphrase from a damaged one', async () => {
    await at.vault.must('backup.run', {})
    const current = { passphrase: PASSPHRASE }
    const passphrase = 'zes heel andere woorden vanaf nu'
    await at.vault.must('security.changePassphrase', { current, passphrase })
    const whole = await at.check({ passphrase })
    expect(partOf(whole, 'backups').findings).toMatchObject([{ finding: 'other-secret' }])
    expect(whole.faults).toEqual([])
    // The recovery key stayed the same and opens it.
    expect(partOf(await at.check(), 'backups').findings).toEqual([])
  })

  it('says which place could not be reached, and calls that no fault', async () => {
    await at.vault.must('backup.run', {})
    await rename(at.stick, `${at.stick}-weg`)
    await mkdir(at.stick)
    const whole = await at.check()
    expect(partOf(whole, 'backups')).toMatchObject({ count: 0, findings: [{ finding: 'out-of-reach' }] })
    expect(whole.faults).toEqual([])
    expect((await at.vault.must('security.overview', {})).targets).toMatchObject([{ isThere: false }])
  })

  it('sees in a backup that the whole vault was put back to an older state', async () => {
    const old = join(at.vault.folder, 'vroeger')
    await at.vault.close()
    await cp(join(at.vault.folder, 'kluis'), old, { recursive: true })
    await at.reopen()
    await at.start()
    await at.vault.must('backup.run', {})
    await at.vault.close()
    await rm(join(at.vault.folder, 'kluis'), { recursive: true })
    await cp(old, join(at.vault.folder, 'kluis'), { recursive: true })
    await at.reopen()
    const whole = await at.check()
    expect(partOf(whole, 'anchors').findings).toMatchObject([{ finding: 'rolled-back' }])
  })

  it('misses the list of what was destroyed', async () => {
    await at.vault.must('backup.run', {})
    await rm(join(at.stick, 'destroyed.luwte'))
    expect((await at.check()).faults).toMatchObject([
      { part: 'destroyed-list', place: 'stick', findings: [{ finding: 'missing' }] },
    ])
    await at.start()
    await at.vault.must('backup.run', {})
    expect((await at.check()).faults).toEqual([])
    await flip(join(at.stick, 'destroyed.luwte'), (length) => length >> 1)
    expect((await at.check()).faults).toMatchObject([
      { part: 'destroyed-list', findings: [{ finding: 'damaged' }] },
    ])
  })
})
