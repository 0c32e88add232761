import { copyFile, cp, mkdir, rename, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Id } from '#shared/kernel/id.ts'
import { addBackupPlace } from '../support/backup-place.ts'
import { driveCaseload, tokenFor } from '../support/caseload-driver.ts'
import { caseDetails, newCaseload, type NewCaseload, organisationDetails } from '../support/new-caseload.ts'
import { rowsTold } from '../support/rows-told.ts'
import { backupsIn, toldInBackups } from '../support/told-in-backups.ts'
import { quickKdf } from './quick-kdf.ts'

const word = 'zeegroen'

describe('a destruction stays open until every copy of it is gone', () => {
  let vault: NewCaseload
  let organisationId: Id

  beforeEach(async () => {
    vault = await newCaseload('2026-03-02', { kdf: quickKdf })
    organisationId = (await vault.must('organisation.save', { id: null, details: organisationDetails() })).id
  })
  afterEach(() => vault.discard())

  const secret = () => ({ recoveryKey: vault.recoveryKey })
  const start = async (note: string = word) =>
    (await vault.must('case.start', { details: caseDetails(organisationId), note, minutes: 5 })).id
  const nextDay = async (day: string) => {
    vault = await vault.reopen(day)
    await start('iets anders')
    await vault.must('backup.run', {})
  }
  const destroy = (id: Id) => vault.must('case.destroy', { id, reason: 'on-request', secret: secret() })
  const line = async () => {
    const [told] = await rowsTold(vault, 'destructions')
    if (told === undefined) throw new Error('nothing was destroyed')
    return told
  }
  const openCopies = async () => (await line()).copiesOutOfReach.filter(({ goneOn }) => goneOn === null)
  const openDestructions = async () => (await vault.must('security.overview', {})).openDestructions
  const told = (folder: string) => toldInBackups(folder, word, secret())

  it('keeps two places apart that bear one name', async () => {
    await mkdir(join(vault.folder, 'a'))
    await mkdir(join(vault.folder, 'b'))
    const drawer = (await addBackupPlace(vault, 'a/Luwte')).path
    const here = (await addBackupPlace(vault, 'b/Luwte')).path
    const id = await start()
    await vault.must('backup.run', {})
    await nextDay('2026-03-03')
    await nextDay('2026-03-04')
    await rename(drawer, `${drawer}-in-lade`)
    await destroy(id)
    const clean = await backupsIn(here)
    expect(await openCopies()).toHaveLength(3)

    await nextDay('2026-03-05')
    expect(await openCopies()).toHaveLength(3)
    expect(await openDestructions()).toBe(1)
    // What was taken out of them already is no reason to throw them away.
    expect(await backupsIn(here)).toEqual(expect.arrayContaining(clean))

    await rename(`${drawer}-in-lade`, drawer)
    await vault.must('backup.run', {})
    expect(await told(drawer)).toEqual([])
    expect(await openDestructions()).toBe(0)
  })

  it('does not count a copy as gone because another stick in its place lacks it', async () => {
    const place = (await addBackupPlace(vault, 'stick')).path
    const [one, two] = [`${place}-1`, `${place}-2`]
    const id = await start()
    await vault.must('backup.run', {})
    await rename(place, one)
    // The second stick was here before, so it bears the list.
    await mkdir(place)
    await cp(join(one, 'destroyed.luwte'), join(place, 'destroyed.luwte'))
    await nextDay('2026-03-03')
    await destroy(id)
    expect(await openCopies()).toHaveLength(1)
    await vault.must('backup.run', {})
    expect(await told(one)).toHaveLength(1)
    expect(await openCopies()).toHaveLength(1)

    await rename(place, two)
    await rename(one, place)
    await vault.must('backup.run', {})
    expect(await told(place)).toEqual([])
    expect(await openCopies()).toEqual([])
  })

  it('closes what was pruned away itself', async () => {
    const place = (await addBackupPlace(vault, 'stick')).path
    const id = await start()
    await vault.must('backup.run', {})
    await rename(place, `${place}-weg`)
    await destroy(id)
    await rename(`${place}-weg`, place)
    // The same day again: the new backup takes the place of the one that waits.
    await start('werk')
    await vault.must('backup.run', {})
    expect(await told(place)).toEqual([])
    expect(await openCopies()).toEqual([])
  })

  it('does not count a backup as rewritten that lies under another number than its own', async () => {
    const place = (await addBackupPlace(vault, 'stick')).path
    const id = await start()
    await vault.must('backup.run', {})
    const [name = ''] = await backupsIn(place)
    const other = name.replace(/^(luwte-[0-9a-f]{8}-)\d+/, '$11')
    const padded = name.replace(/^(luwte-[0-9a-f]{8}-)/, '$10')
    for (const copy of [other, padded]) await copyFile(join(place, name), join(place, copy))
    await start('iets anders')
    await destroy(id)
    expect(await told(place)).toEqual([padded, other].sort())
    expect((await openCopies()).map(({ fileName }) => fileName).sort()).toEqual([padded, other].sort())

    await vault.must('backup.run', {})
    expect(await told(place)).toEqual([])
    expect(await openCopies()).toEqual([])
  })

  it('names the backups in a place that was taken off the list, until she says that they are gone', async () => {
    const { id: nas, path } = await addBackupPlace(vault, 'nas')
    await addBackupPlace(vault, 'stick')
    const id = await start()
    await vault.must('backup.run', {})
    await vault.must('backup.removeTarget', { id: nas, secret: secret() })
    expect((await vault.must('security.overview', {})).targets.map(({ name }) => name)).toEqual(['stick'])
    await destroy(id)
    expect(await told(path)).toHaveLength(1)
    const [copy] = await openCopies()
    expect(copy).toMatchObject({ target: 'nas', targetId: nas, kind: 'backup' })

    const { targetId = null, target = '', fileName = '' } = copy ?? {}
    const gone = { targetId, target, fileName }
    const wrong = { passphrase: 'niet de goede wachtzin' }
    expect(await vault.ask('destruction.confirmGone', { ...gone, secret: wrong })).toEqual({
      refused: 'wrong-passphrase',
    })
    expect(await openDestructions()).toBe(1)
    await vault.must('destruction.confirmGone', { ...gone, secret: secret() })
    expect(await openDestructions()).toBe(0)
    // What is gone is not asked for with the next destruction.
    await destroy(await start())
    expect(await openDestructions()).toBe(0)
  })

  it('takes a place back that was taken off the list, with the backups that it knew there', async () => {
    const { id: nas, path } = await addBackupPlace(vault, 'nas')
    const id = await start()
    await vault.must('backup.run', {})
    await vault.must('backup.removeTarget', { id: nas, secret: secret() })
    expect(await vault.ask('backup.run', {})).toEqual({ refused: 'no-target' })
    expect(await vault.must('backup.addTarget', { token: tokenFor(vault, path) })).toEqual({ id: nas })
    await start('iets anders')
    await destroy(id)
    expect(await told(path)).toEqual([])
    expect(await openDestructions()).toBe(0)
  })

  it('names the vault beside this one that was restored before and still has the case', async () => {
    const place = (await addBackupPlace(vault, 'stick')).path
    const id = await start()
    await vault.must('backup.run', {})
    const [name = ''] = await backupsIn(place)
    const token = tokenFor(vault, join(place, name))
    const beside = await vault.must('vault.restore', { token, secret: secret() })
    await destroy(id)
    expect(await openCopies()).toMatchObject([{ kind: 'vault', targetId: null, fileName: beside.vault }])
    await vault.close()
    const other = driveCaseload(join(vault.folder, 'kluis'), '2026-03-02')
    await other.must('vault.unlock', { ...secret(), vault: beside.vault })
    expect(await other.must('case.open', { id })).toHaveProperty('caseFile')
    await other.close()
    vault = await vault.reopen()
  })

  it('destroys again what the open vault remembers, also from a copy far from any list', async () => {
    const place = (await addBackupPlace(vault, 'stick')).path
    const id = await start()
    await vault.must('backup.run', {})
    const [name = ''] = await backupsIn(place)
    const away = join(vault.folder, 'downloads')
    await mkdir(away)
    await copyFile(join(place, name), join(away, name))
    await destroy(id)
    const token = tokenFor(vault, join(away, name))
    const restored = await vault.must('vault.restore', { token, secret: secret() })
    expect(restored.destroyedAgain).toBeGreaterThan(0)
    await vault.close()
    const other = driveCaseload(join(vault.folder, 'kluis'), '2026-03-02')
    await other.must('vault.unlock', { ...secret(), vault: restored.vault })
    expect(await other.ask('case.open', { id })).toEqual({ refused: 'not-found' })
    await other.close()
    vault = await vault.reopen()
  })

  it('is not kept from destroying by a file of a day that no calendar has', async () => {
    const place = (await addBackupPlace(vault, 'stick')).path
    const id = await start()
    await vault.must('backup.run', {})
    const [name = ''] = await backupsIn(place)
    const stray = join(place, name.replace(/\d{4}-\d\d-\d\d/, '2020-01-01'))
    await copyFile(join(place, name), stray)
    await utimes(stray, 300_000_000_000, 300_000_000_000)
    await destroy(id)
    expect(await told(place)).toEqual([])
  })
})
