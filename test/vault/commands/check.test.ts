import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PASSPHRASE } from '../../support/new-caseload.ts'
import { nodeDisk } from '../../../electron/vault/store/node-disk.ts'
import { CheckedVault, flip, partOf } from './checked-vault.ts'
import { hasFault } from '#shared/contracts/safety-check.ts'

describe('checking everything', () => {
  let at: CheckedVault

  beforeEach(async () => {
    at = await CheckedVault.make()
  })
  afterEach(() => at.vault.discard())

  it('finds nothing wrong in a vault that is whole, and remembers when it looked', async () => {
    expect((await at.vault.must('security.overview', {})).lastCheck).toBeNull()
    await at.start()
    await at.vault.must('backup.run', {})
    const { records } = await at.vault.must('security.overview', {})
    const whole = await at.check({ passphrase: PASSPHRASE })
    expect(whole.faults).toEqual([])
    expect(whole.parts.map((one) => one.part)).toEqual([
      'headers',
      'keyring',
      'snapshot',
      'snapshot-before',
      'journal',
      'records',
      'lock',
      'anchors',
      'destroyed-list',
      'backups',
    ])
    expect(partOf(whole, 'headers').count).toBe(4)
    expect(partOf(whole, 'records').count).toBe(records)
    expect(partOf(whole, 'backups')).toMatchObject({ place: 'stick', count: 1 })
    const overview = await at.vault.must('security.overview', {})
    expect(overview.lastCheck).toMatchObject({ at: '2026-03-02T12:00:00.000Z', mended: false })
    // To look is no work that a backup lacks, and the backup that opened was tried out.
    expect(overview).toMatchObject({ isBackedUp: true, lastDrillAt: '2026-03-02T12:00:00.000Z' })
    await at.reopen('2026-03-09')
    expect((await at.vault.must('security.overview', {})).lastCheck?.at).toBe('2026-03-02T12:00:00.000Z')
  })

  it('says at once that a passphrase is wrong, and calls nothing damaged for it', async () => {
    expect(
      await at.vault.ask('security.beginCheck', { secret: { passphrase: 'een heel andere zin' } }),
    ).toEqual({
      refused: 'wrong-passphrase',
    })
    expect(await at.vault.ask('security.checkNext', {})).toEqual({ refused: 'not-found' })
  })

  it('can be broken off, and then remembers nothing', async () => {
    await at.vault.must('security.beginCheck', { secret: { recoveryKey: at.vault.recoveryKey } })
    await at.vault.must('security.checkNext', {})
    await at.vault.must('security.stopCheck', {})
    expect(await at.vault.ask('security.checkNext', {})).toEqual({ refused: 'not-found' })
    expect((await at.vault.must('security.overview', {})).lastCheck).toBeNull()
  })

  it('lets the caseload go on between two steps', async () => {
    await at.vault.must('backup.run', {})
    await at.vault.must('security.beginCheck', { secret: { recoveryKey: at.vault.recoveryKey } })
    await at.vault.must('security.checkNext', {})
    await at.start()
    await at.vault.must('security.checkNext', {})
    expect((await at.vault.must('security.checkNext', {})).whole?.parts.filter(hasFault)).toEqual([])
  })

  it('names a damaged record, writes it anew from memory, and keeps the damaged file aside', async () => {
    await at.start()
    const { id } = await at.start('Dit staat in het beschadigde stuk.')
    const journal = (await at.files('journal')).at(-1) ?? ''
    await flip(at.file(journal), (length) => length - 50)
    const whole = await at.check()
    expect(partOf(whole, 'journal').findings).toEqual([
      { finding: 'damaged', of: expect.stringMatching(/^state-/) as string },
    ])
    expect(whole.faults.map((one) => one.part)).toEqual(['journal'])
    expect(whole.mended).toBe(true)
    expect((await readdir(at.file('aside'))).some((name) => name.startsWith(journal))).toBe(true)
    const again = await at.check()
    expect(again.faults).toEqual([])
    expect(again.mended).toBe(false)
    await at.reopen()
    expect((await at.vault.must('case.open', { id })).entries).toMatchObject([
      { note: 'Dit staat in het beschadigde stuk.' },
    ])
  })

  it('loses nothing when the end of the journal was cut off while the vault was open', async () => {
    const journal = at.file((await at.files('journal')).at(-1) ?? '')
    const before = await readFile(journal)
    const { id } = await at.start()
    await writeFile(journal, before)
    const whole = await at.check()
    expect(whole.faults.map((one) => [one.part, one.findings[0]?.finding])).toEqual([['journal', 'tampered']])
    expect(whole.mended).toBe(true)
    await at.reopen()
    expect(await at.vault.must('case.open', { id })).toHaveProperty('caseFile')
  })

  it.each([
    ['the snapshot', 'snapshot', (names: string[]) => names.at(-1)],
    ['the snapshot kept before', 'snapshot-before', (names: string[]) => names.at(-2)],
  ] as const)('names damage in %s and makes it whole again', async (_name, expected, choose) => {
    await at.start()
    const names = await at.files('snapshot')
    const name = choose(names) ?? ''
    await flip(at.file(name), (length) => length >> 1)
    const whole = await at.check()
    expect(whole.faults).toMatchObject([{ part: expected, findings: [{ finding: 'damaged', of: name }] }])
    expect((await at.check()).faults).toEqual([])
  })

  it('tells a damaged header from one that somebody put in its place', async () => {
    await flip(at.file('header-a'), (length) => length >> 1)
    expect((await at.check()).faults).toMatchObject([
      { part: 'headers', findings: [{ finding: 'damaged', of: 'header-a' }] },
    ])
    const old = await readFile(at.file('header-b'))
    await at.vault.must('security.rotate', { secret: { recoveryKey: at.vault.recoveryKey } })
    await writeFile(at.file('header-b'), old)
    expect((await at.check()).faults).toMatchObject([
      { part: 'headers', findings: [{ finding: 'tampered', of: 'header-b' }] },
    ])
    await rm(at.file('header-a'))
    expect((await at.check()).faults).toMatchObject([
      { part: 'headers', findings: [{ finding: 'missing', of: 'header-a' }] },
    ])
    expect((await at.check()).faults).toEqual([])
  })

  it('calls two files that were exchanged the work of somebody, not damage', async () => {
    await at.start()
    const names = await at.files('snapshot')
    const [one = '', other = ''] = names
    await rename(at.file(one), at.file('between'))
    await rename(at.file(other), at.file(one))
    await rename(at.file('between'), at.file(other))
    const { faults } = await at.check()
    expect(faults.map((each) => [each.part, each.findings[0]?.finding])).toEqual([
      ['snapshot', 'tampered'],
      ['snapshot-before', 'tampered'],
    ])
  })

  it('sees that the lock was taken away, and then writes over nothing', async () => {
    await flip(at.file('header-b'), (length) => length >> 1)
    await rm(at.file('lock.json'))
    const whole = await at.check()
    expect(whole.faults.map(({ part }) => part)).toEqual(['headers', 'lock'])
    expect(partOf(whole, 'lock').findings).toMatchObject([{ finding: 'missing' }])
    expect(whole.mended).toBe(false)
  })

  it('tells what it found also where nothing can be written, and that nothing was written anew', async () => {
    await flip(at.file('header-a'), (length) => length >> 1)
    // The folder where copies of damaged files would go.
    const noFolder = () => Promise.reject(Object.assign(new Error('no folder'), { code: 'EIO' }))
    await at.reopen('2026-03-30', { disk: { ...nodeDisk, makeFolder: noFolder } })
    expect((await at.vault.must('security.overview', {})).targets).toMatchObject([{ isThere: true }])
    expect(await at.vault.ask('group.save', { id: null, name: 'Verzonnen Groep' })).toEqual({
      refused: 'write-failed',
    })
    const whole = await at.check()
    expect(whole.faults).toMatchObject([{ part: 'headers', findings: [{ finding: 'damaged' }] }])
    expect(whole.mended).toBe(false)
    expect((await at.vault.must('security.overview', {})).lastCheck?.mended).toBe(false)
    // A backup can be made all the same, and that is what she needs then.
    expect((await at.vault.must('backup.run', {})).targets).toMatchObject([
      { outcome: { provenAt: '2026-03-30T12:00:00.000Z' } },
    ])
    expect(await at.backups()).toHaveLength(1)
  })
})
