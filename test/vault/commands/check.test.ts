import { copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CheckedPart, hasFault, type WholeCheck } from '#shared/contracts/safety-check.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { type Id } from '#shared/kernel/id.ts'
import { tokenFor } from '../../support/caseload-driver.ts'
import {
  caseDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
  PASSPHRASE,
} from '../../support/new-caseload.ts'

describe('checking everything', () => {
  let vault: NewCaseload
  let organisationId: Id
  let stick: string

  beforeEach(async () => {
    vault = await newCaseload()
    organisationId = (await vault.must('organisation.save', { id: null, details: organisationDetails() })).id
    stick = join(vault.folder, 'stick')
    await mkdir(stick)
    await vault.must('backup.addTarget', { token: tokenFor(vault, stick) })
  })
  afterEach(() => vault.discard())

  const kluis = (name: string) => join(vault.folder, 'kluis', name)
  const start = (note = 'Een gesprek.') =>
    vault.must('case.start', { details: caseDetails(organisationId), note, minutes: 30 })

  const checked = async (
    secret: TypedSecret = { recoveryKey: vault.recoveryKey },
  ): Promise<WholeCheck & { faults: CheckedPart[] }> => {
    const { steps } = await vault.must('security.beginCheck', { secret })
    for (let step = 1; step <= steps; step += 1) {
      const { done, whole } = await vault.must('security.checkNext', {})
      expect(done).toBe(step)
      if (whole !== null) return { ...whole, faults: whole.parts.filter(hasFault) }
    }
    throw new Error('the last step did not say what was found')
  }

  const part = ({ parts }: WholeCheck, name: CheckedPart['part']) =>
    parts.find((one) => one.part === name) ?? { count: -1, findings: [] }

  const backups = async () =>
    (await readdir(stick))
      .filter((name) => /^luwte-.*\.luwte$/.test(name))
      .sort((a, b) => state(a) - state(b))
  const state = (fileName: string) => Number(fileName.split('-')[2])

  const flip = async (path: string, at: (length: number) => number) => {
    const bytes = await readFile(path)
    const place = at(bytes.length)
    bytes[place] = (bytes[place] ?? 0) ^ 1
    await writeFile(path, bytes)
  }
  const newestOf = async (kind: 'journal' | 'snapshot') =>
    (await readdir(join(vault.folder, 'kluis')))
      .filter((name) => name.startsWith(`${kind}-`))
      .sort()
      .at(-1) ?? ''

  it('finds nothing wrong in a vault that is whole, and remembers when it looked', async () => {
    expect((await vault.must('security.overview', {})).lastCheck).toBeNull()
    await start()
    await vault.must('backup.run', {})
    const { records } = await vault.must('security.overview', {})
    const whole = await checked({ passphrase: PASSPHRASE })
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
    expect(part(whole, 'headers').count).toBe(4)
    expect(part(whole, 'records').count).toBe(records)
    expect(part(whole, 'backups')).toMatchObject({ place: 'stick', count: 1 })
    const overview = await vault.must('security.overview', {})
    expect(overview.lastCheck).toMatchObject({ at: '2026-03-02T12:00:00.000Z', mended: false })
    // To look is no work that a backup lacks, and the backup that opened was tried out.
    expect(overview).toMatchObject({ isBackedUp: true, lastDrillAt: '2026-03-02T12:00:00.000Z' })
    vault = await vault.reopen('2026-03-09')
    expect((await vault.must('security.overview', {})).lastCheck?.at).toBe('2026-03-02T12:00:00.000Z')
  })

  it('says at once that a passphrase is wrong, and calls nothing damaged for it', async () => {
    expect(await vault.ask('security.beginCheck', { secret: { passphrase: 'een heel andere zin' } })).toEqual(
      {
        refused: 'wrong-passphrase',
      },
    )
    expect(await vault.ask('security.checkNext', {})).toEqual({ refused: 'not-found' })
  })

  it('can be broken off, and then remembers nothing', async () => {
    await vault.must('security.beginCheck', { secret: { recoveryKey: vault.recoveryKey } })
    await vault.must('security.checkNext', {})
    await vault.must('security.stopCheck', {})
    expect(await vault.ask('security.checkNext', {})).toEqual({ refused: 'not-found' })
    expect((await vault.must('security.overview', {})).lastCheck).toBeNull()
  })

  it('lets the caseload go on between two steps', async () => {
    await vault.must('backup.run', {})
    await vault.must('security.beginCheck', { secret: { recoveryKey: vault.recoveryKey } })
    await vault.must('security.checkNext', {})
    await start()
    await vault.must('security.checkNext', {})
    expect((await vault.must('security.checkNext', {})).whole?.parts.filter(hasFault)).toEqual([])
  })

  it('names a damaged record, writes it anew from memory, and keeps the damaged file aside', async () => {
    await start()
    const { id } = await start('Dit staat in het beschadigde stuk.')
    const journal = await newestOf('journal')
    await flip(kluis(journal), (length) => length - 50)
    const whole = await checked()
    expect(part(whole, 'journal').findings).toEqual([
      { finding: 'damaged', of: expect.stringMatching(/^state-/) as string },
    ])
    expect(whole.faults.map((one) => one.part)).toEqual(['journal'])
    expect(whole.mended).toBe(true)
    expect((await readdir(kluis('aside'))).some((name) => name.startsWith(journal))).toBe(true)
    const again = await checked()
    expect(again.faults).toEqual([])
    expect(again.mended).toBe(false)
    vault = await vault.reopen()
    expect((await vault.must('case.open', { id })).entries).toMatchObject([
      { note: 'Dit staat in het beschadigde stuk.' },
    ])
  })

  it('loses nothing when the end of the journal was cut off while the vault was open', async () => {
    const journal = kluis(await newestOf('journal'))
    const before = await readFile(journal)
    const { id } = await start()
    await writeFile(journal, before)
    const whole = await checked()
    expect(whole.faults.map((one) => [one.part, one.findings[0]?.finding])).toEqual([['journal', 'tampered']])
    expect(whole.mended).toBe(true)
    vault = await vault.reopen()
    expect(await vault.must('case.open', { id })).toHaveProperty('caseFile')
  })

  it.each([
    ['the snapshot', 'snapshot', (names: string[]) => names.at(-1)],
    ['the snapshot kept before', 'snapshot-before', (names: string[]) => names.at(-2)],
  ] as const)('names damage in %s and makes it whole again', async (_name, expected, choose) => {
    await start()
    const names = (await readdir(join(vault.folder, 'kluis')))
      .filter((name) => name.startsWith('snapshot-'))
      .sort()
    const name = choose(names) ?? ''
    await flip(kluis(name), (length) => length >> 1)
    const whole = await checked()
    expect(whole.faults).toMatchObject([{ part: expected, findings: [{ finding: 'damaged', of: name }] }])
    expect((await checked()).faults).toEqual([])
  })

  it('tells a damaged header from one that somebody put in its place', async () => {
    await flip(kluis('header-a'), (length) => length >> 1)
    expect((await checked()).faults).toMatchObject([
      { part: 'headers', findings: [{ finding: 'damaged', of: 'header-a' }] },
    ])
    const old = await readFile(kluis('header-b'))
    await vault.must('security.rotate', { secret: { recoveryKey: vault.recoveryKey } })
    await writeFile(kluis('header-b'), old)
    expect((await checked()).faults).toMatchObject([
      { part: 'headers', findings: [{ finding: 'tampered', of: 'header-b' }] },
    ])
    await rm(kluis('header-a'))
    expect((await checked()).faults).toMatchObject([
      { part: 'headers', findings: [{ finding: 'missing', of: 'header-a' }] },
    ])
    expect((await checked()).faults).toEqual([])
  })

  it('calls two files that were exchanged the work of somebody, not damage', async () => {
    await start()
    const names = (await readdir(join(vault.folder, 'kluis')))
      .filter((name) => name.startsWith('snapshot-'))
      .sort()
    const [one = '', other = ''] = names
    await rename(kluis(one), kluis('between'))
    await rename(kluis(other), kluis(one))
    await rename(kluis('between'), kluis(other))
    const { faults } = await checked()
    expect(faults.map((each) => [each.part, each.findings[0]?.finding])).toEqual([
      ['snapshot', 'tampered'],
      ['snapshot-before', 'tampered'],
    ])
  })

  it('sees that the lock was taken away', async () => {
    await rm(kluis('lock.json'))
    expect((await checked()).faults).toMatchObject([{ part: 'lock', findings: [{ finding: 'missing' }] }])
  })

  it('names a damaged backup, and no longer counts on it', async () => {
    await vault.must('backup.run', {})
    vault = await vault.reopen('2026-03-09')
    await start()
    await vault.must('backup.run', {})
    expect((await vault.must('security.overview', {})).lastProvenAt).toBe('2026-03-09T12:00:00.000Z')
    const [, newest = ''] = await backups()
    await flip(join(stick, newest), (length) => length - 500)
    const whole = await checked()
    expect(part(whole, 'backups')).toMatchObject({
      count: 2,
      findings: [{ finding: 'damaged', of: newest }],
    })
    const overview = await vault.must('security.overview', {})
    expect(overview).toMatchObject({ isBackedUp: false, lastProvenAt: '2026-03-02T12:00:00.000Z' })
    expect(overview.lastDrillAt).toBeNull()
    expect(overview.targets).toMatchObject([{ backups: 1, lastProvenAt: '2026-03-02T12:00:00.000Z' }])
    expect(await vault.must('backup.run', {})).toMatchObject({
      targets: [{ outcome: { provenAt: '2026-03-09T12:00:00.000Z' } }],
    })
    expect(await vault.must('security.overview', {})).toMatchObject({ isBackedUp: true })
  })

  it('sees an older backup under the name of a newer one, one of another vault, and one that is gone', async () => {
    for (const day of ['2026-03-03', '2026-03-04', '2026-03-05']) {
      vault = await vault.reopen(day)
      await start()
      await vault.must('backup.run', {})
    }
    const [first = '', second = '', third = ''] = await backups()
    await copyFile(join(stick, first), join(stick, second))
    await rm(join(stick, third))
    const other = await newCaseload()
    const drawer = join(other.folder, 'lade')
    await mkdir(drawer)
    await other.must('backup.addTarget', { token: tokenFor(other, drawer) })
    await other.must('backup.run', {})
    const [strange = ''] = (await readdir(drawer)).filter((name) => name.startsWith('luwte-'))
    await copyFile(join(drawer, strange), join(stick, first))
    await other.discard()
    const { findings } = part(await checked(), 'backups')
    expect(new Map(findings.map(({ of, finding }) => [of, finding]))).toEqual(
      new Map([
        [first, 'tampered'],
        [second, 'tampered'],
        [third, 'missing'],
      ]),
    )
    expect((await vault.must('security.overview', {})).lastProvenAt).toBeNull()
  })

  it('tells a backup of the time of another passphrase from a damaged one', async () => {
    await vault.must('backup.run', {})
    const current = { passphrase: PASSPHRASE }
    const passphrase = 'zes heel andere woorden vanaf nu'
    await vault.must('security.changePassphrase', { current, passphrase })
    const whole = await checked({ passphrase })
    expect(part(whole, 'backups').findings).toMatchObject([{ finding: 'other-secret' }])
    expect(whole.faults).toEqual([])
    // The recovery key stayed the same and opens it.
    expect(part(await checked(), 'backups').findings).toEqual([])
  })

  it('says which place could not be reached, and calls that no fault', async () => {
    await vault.must('backup.run', {})
    await rename(stick, `${stick}-weg`)
    await mkdir(stick)
    const whole = await checked()
    expect(part(whole, 'backups')).toMatchObject({ count: 0, findings: [{ finding: 'out-of-reach' }] })
    expect(whole.faults).toEqual([])
    expect((await vault.must('security.overview', {})).targets).toMatchObject([{ isThere: false }])
  })

  it('sees in a backup that the whole vault was put back to an older state', async () => {
    const old = join(vault.folder, 'vroeger')
    await vault.close()
    await cp(join(vault.folder, 'kluis'), old, { recursive: true })
    vault = await vault.reopen()
    await start()
    await vault.must('backup.run', {})
    await vault.close()
    await rm(join(vault.folder, 'kluis'), { recursive: true })
    await cp(old, join(vault.folder, 'kluis'), { recursive: true })
    vault = await vault.reopen()
    const whole = await checked()
    expect(part(whole, 'anchors').findings).toMatchObject([{ finding: 'rolled-back' }])
  })

  it('misses the list of what was destroyed', async () => {
    await vault.must('backup.run', {})
    await rm(join(stick, 'destroyed.luwte'))
    expect((await checked()).faults).toMatchObject([
      { part: 'destroyed-list', place: 'stick', findings: [{ finding: 'missing' }] },
    ])
    await start()
    await vault.must('backup.run', {})
    expect((await checked()).faults).toEqual([])
    await flip(join(stick, 'destroyed.luwte'), (length) => length >> 1)
    expect((await checked()).faults).toMatchObject([
      { part: 'destroyed-list', findings: [{ finding: 'damaged' }] },
    ])
  })
})
