import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Id } from '#shared/kernel/id.ts'
import { argon2id } from '../../../electron/vault/store/store.ts'
import { openBackupFile } from '../../../electron/vault/store/backup/open-backup.ts'
import { addBackupPlace } from '../../support/backup-place.ts'
import { tokenFor } from '../../support/caseload-driver.ts'
import {
  caseDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
  PASSPHRASE,
} from '../../support/new-caseload.ts'
import { rowsTold } from '../../support/rows-told.ts'

describe('the safety of an open vault', () => {
  let vault: NewCaseload
  let organisationId: Id

  beforeAll(async () => {
    vault = await newCaseload()
    organisationId = (await vault.must('organisation.save', { id: null, details: organisationDetails() })).id
  }, 30_000)
  afterAll(() => vault.discard())

  const secret = () => ({ recoveryKey: vault.recoveryKey })

  const start = async () => {
    const { id } = await vault.must('case.start', {
      details: caseDetails(organisationId),
      note: 'Om te vernietigen.',
      minutes: 30,
    })
    await vault.must('case.savePersons', {
      id,
      persons: { people: [{ part: 'melder', name: 'Proefpersoon', reach: '', remark: '' }] },
    })
    return id
  }

  /** Kinds and ids of all records in all backups of a folder, opened with the recovery key. */
  const recordsIn = async (folder: string) => {
    const files = (await readdir(folder)).filter((name) => /^luwte-.*\.luwte$/.test(name))
    const opened = await Promise.all(
      files.map((name) => openBackupFile(join(folder, name), secret(), argon2id)),
    )
    return opened.flatMap((backup) => {
      if ('refused' in backup) throw new Error(backup.refused)
      return [...backup.content.records.values()].map(({ id }) => id)
    })
  }

  it('says that there is no backup yet, and asks for a place first', async () => {
    expect(await vault.must('security.overview', {})).toMatchObject({ targets: [], isBackedUp: false })
    expect(await vault.ask('backup.run', {})).toEqual({ refused: 'no-target' })
  })

  it('makes and proves a backup, and knows when something was written since', async () => {
    const { id } = await addBackupPlace(vault, 'stick')
    const { targets } = await vault.must('backup.run', {})
    expect(targets).toMatchObject([
      { id, name: 'stick', outcome: { provenAt: expect.any(String) as string } },
    ])
    expect(await vault.must('security.overview', {})).toMatchObject({ isBackedUp: true })
    expect(await vault.must('backup.drill', { id, secret: secret() })).toMatchObject({
      madeAt: expect.any(String) as string,
    })
    // The drill was remembered, and so would a new place be: neither is work that a backup lacks.
    expect(await vault.must('security.overview', {})).toMatchObject({ isBackedUp: true })
    await start()
    expect(await vault.must('security.overview', {})).toMatchObject({ isBackedUp: false })
  })

  it('tells how far a backup is, place by place', async () => {
    vault.events.length = 0
    await start()
    await vault.must('backup.run', {})
    const told = vault.events.filter((event) => event.event === 'progress' && event.task === 'backup')
    expect(told).toMatchObject([
      { done: 1, total: 3 },
      { done: 2, total: 3 },
      { done: 3, total: 3 },
    ])
  })

  it('remembers the last day on which a place was there, also when there was nothing to back up', async () => {
    vault = await vault.reopen('2026-03-10')
    expect((await vault.must('security.overview', {})).targets).toMatchObject([
      { lastSeenAt: '2026-03-10T12:00:00.000Z', lastProvenAt: '2026-03-02T12:00:00.000Z' },
    ])
    const stick = join(vault.folder, 'stick')
    await rename(stick, `${stick}-weg`)
    // What a stick leaves behind that was taken out: an empty folder.
    await mkdir(stick)
    vault = await vault.reopen('2026-03-30')
    expect((await vault.must('security.overview', {})).targets).toMatchObject([
      { isThere: false, lastSeenAt: '2026-03-10T12:00:00.000Z' },
    ])
    await rm(stick, { recursive: true })
    await rename(`${stick}-weg`, stick)
    vault = await vault.reopen('2026-03-02')
  })

  it('takes a place once', async () => {
    const token = tokenFor(vault, join(vault.folder, 'stick'))
    expect(await vault.ask('backup.addTarget', { token })).toEqual({ refused: 'target-known' })
  })

  it('destroys only what is closed and reported, or what the melder asks to destroy', async () => {
    const id = await start()
    expect(await vault.ask('case.destroy', { id, reason: 'term-ended', secret: secret() })).toEqual({
      refused: 'case-open',
    })
  })

  it('destroys nothing for who does not know the passphrase', async () => {
    const id = await start()
    const wrong = { passphrase: 'niet de goede wachtzin' }
    expect(await vault.ask('case.destroy', { id, reason: 'on-request', secret: wrong })).toEqual({
      refused: 'wrong-passphrase',
    })
    expect(await vault.must('case.open', { id })).toHaveProperty('caseFile')
  })

  it('destroys a case also in the backup of an earlier day, and finds it nowhere', async () => {
    const stick = join(vault.folder, 'stick')
    const id = await start()
    await vault.must('backup.run', {})
    const backups = async () => (await readdir(stick)).filter((name) => /^luwte-.*\.luwte$/.test(name))
    const [early = ''] = await backups()
    // The backup of the same day would take the place of the earlier one, and nothing were left to rewrite.
    vault = await vault.reopen('2026-03-09')
    await vault.must('case.destroy', { id, reason: 'on-request', secret: secret() })
    expect(await backups()).toHaveLength(2)
    expect(await backups()).toContain(early)
    expect(await recordsIn(stick)).not.toContain(id)
    expect(await vault.ask('case.open', { id })).toEqual({ refused: 'not-found' })
    const { hits } = await vault.must('case.search', { query: 'vernietigen' })
    expect(hits.map((hit) => hit.id)).not.toContain(id)
    expect((await rowsTold(vault, 'destructions'))[0]).toMatchObject({
      what: 'case',
      copiesRewritten: 2,
      copiesOutOfReach: [],
    })
  }, 30_000)

  it('does not bring a destroyed case back with Ctrl+Z', async () => {
    const id = await start()
    await vault.must('case.destroy', { id, reason: 'on-request', secret: secret() })
    expect(await vault.ask('undo.last', {})).toEqual({ refused: 'nothing-to-undo' })
  }, 30_000)

  it('destroys the names of a case and keeps the case, which can get new names', async () => {
    const id = await start()
    await vault.must('case.destroyPersons', { id, secret: secret() })
    expect((await vault.must('case.open', { id })).persons.people).toEqual([])
    const people = [{ part: 'melder' as const, name: 'Proefpersoon Twee', reach: '', remark: '' }]
    await vault.must('case.savePersons', { id, persons: { people } })
    vault = await vault.reopen()
    expect((await vault.must('case.open', { id })).persons.people).toEqual(people)
  }, 30_000)

  it('changes the passphrase: the new one opens, the old one no longer', async () => {
    const passphrase = 'zes heel andere woorden vanaf nu'
    await vault.must('security.changePassphrase', { current: { passphrase: PASSPHRASE }, passphrase })
    const id = await start()
    await vault.close()
    const again = await vault.reopen()
    expect(await again.must('case.open', { id })).toHaveProperty('caseFile')
    expect(await again.ask('security.rotate', { secret: { passphrase: PASSPHRASE } })).toEqual({
      refused: 'wrong-passphrase',
    })
    expect(await again.ask('security.rotate', { secret: { passphrase } })).toEqual({})
    vault = again
  }, 60_000)

  it('gives out another recovery key once it was typed back, and takes it back again', async () => {
    const { recoveryKey, mark } = await vault.must('security.drawRecoveryKey', {
      kind: 'envelope',
      secret: secret(),
    })
    expect(await vault.ask('security.confirmRecoveryKey', { recoveryKey: vault.recoveryKey })).toMatchObject({
      refused: 'recovery-key-mistyped',
    })
    const made = await vault.must('security.confirmRecoveryKey', { recoveryKey })
    // What is printed before it opens anything is how it is found in the list afterwards, in every epoch.
    expect(made).toMatchObject({ kind: 'envelope', mark })
    await vault.must('security.rotate', { secret: secret() })
    const { slots, envelopeMadeAt } = await vault.must('security.overview', {})
    expect(slots).toContainEqual(made)
    expect(new Set(slots.map((one) => one.mark)).size).toBe(3)
    expect(envelopeMadeAt).not.toBeNull()
    await vault.must('security.removeSlot', { slot: made.slot, secret: secret() })
    expect((await vault.must('security.overview', {})).envelopeMadeAt).toBeNull()
    expect(await vault.ask('security.rotate', { secret: { recoveryKey } })).toMatchObject({
      refused: 'wrong-recovery-key',
    })
  }, 30_000)

  it('names a place by its folder, and never tells the screen its path', async () => {
    const told = JSON.stringify(await vault.must('security.overview', {}))
    expect(told).toContain('"stick"')
    expect(told).not.toContain(basename(vault.folder))
  })
})
