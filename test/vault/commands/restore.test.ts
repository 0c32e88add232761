import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Id } from '#shared/kernel/id.ts'
import { addBackupPlace } from '../../support/backup-place.ts'
import { driveCaseload, tokenFor } from '../../support/caseload-driver.ts'
import {
  caseDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'

describe('restoring a backup', () => {
  let vault: NewCaseload
  let organisationId: Id
  let stick: string

  beforeAll(async () => {
    vault = await newCaseload()
    organisationId = (await vault.must('organisation.save', { id: null, details: organisationDetails() })).id
    stick = (await addBackupPlace(vault, 'stick')).path
  }, 30_000)
  afterAll(() => vault.discard())

  const start = async (note: string) => {
    const details = caseDetails(organisationId)
    const { id } = await vault.must('case.start', { details, note, minutes: 30 })
    await vault.must('case.savePersons', {
      id,
      persons: { people: [{ part: 'melder', name: 'Proefpersoon', reach: '', remark: '' }] },
    })
    return id
  }

  const newestBackup = async () => {
    const names = (await readdir(stick)).filter((name) => name.startsWith('luwte-')).sort()
    return join(stick, names.at(-1) ?? '')
  }

  /** The newest backup, restored with the recovery key alone on a computer without a vault. */
  const onAnEmptyComputer = async (file: string) => {
    const driver = driveCaseload(join(vault.folder, `leeg-${Math.random()}`, 'kluis'), '2026-03-02')
    const token = tokenFor(driver, file)
    expect(await driver.must('vault.status', {})).toEqual({ stage: 'no-vault', vaults: [] })
    const restored = await driver.ask('vault.restore', { token, secret: { recoveryKey: vault.recoveryKey } })
    return { driver, restored }
  }

  it('brings everything back on an empty computer with the recovery key alone', async () => {
    const id = await start('Terug te vinden.')
    await vault.must('backup.run', {})
    const { driver, restored } = await onAnEmptyComputer(await newestBackup())
    expect(restored).toMatchObject({ vault: 'kluis', destroyedAgain: 0 })
    await driver.must('vault.unlock', { recoveryKey: vault.recoveryKey })
    expect(await driver.must('case.open', { id })).toEqual(await vault.must('case.open', { id }))
    await driver.close()
  }, 30_000)

  it('puts a vault beside the one that is there, and opens the one that is chosen', async () => {
    const token = tokenFor(vault, await newestBackup())
    const later = await start('Na de back-up.')
    const secret = { recoveryKey: vault.recoveryKey }
    expect(await vault.must('vault.restore', { token, secret })).toMatchObject({ vault: 'kluis-2' })
    expect((await vault.must('vault.status', {})).vaults).toEqual(['kluis', 'kluis-2'])
    await vault.close()
    const beside = driveCaseload(join(vault.folder, 'kluis'), '2026-03-02')
    await beside.must('vault.unlock', { ...secret, vault: 'kluis-2' })
    expect(await beside.ask('case.open', { id: later })).toEqual({ refused: 'not-found' })
    await beside.close()
    vault = await vault.reopen()
    expect(await vault.must('case.open', { id: later })).toHaveProperty('caseFile')
  }, 30_000)

  it('refuses a wrong passphrase and a file that is no backup, and makes nothing', async () => {
    const good = tokenFor(vault, await newestBackup())
    const wrong = { passphrase: 'dit is niet de wachtzin' }
    expect(await vault.ask('vault.restore', { token: good, secret: wrong })).toEqual({
      refused: 'wrong-passphrase',
    })
    const none = tokenFor(vault, join(stick, 'destroyed.luwte'))
    const secret = { recoveryKey: vault.recoveryKey }
    expect(await vault.ask('vault.restore', { token: none, secret })).toHaveProperty('refused')
    expect((await vault.must('vault.status', {})).vaults).toEqual(['kluis', 'kluis-2'])
  }, 30_000)

  it('brings a case back without the names that were destroyed since', async () => {
    const id = await start('Namen gaan weg.')
    await vault.must('backup.run', {})
    // A copy that nobody could reach when the names were destroyed, back in its folder later.
    const old = await newestBackup()
    const kept = join(vault.folder, 'kopie.luwte')
    await cp(old, kept)
    await vault.must('case.destroyPersons', { id, secret: { recoveryKey: vault.recoveryKey } })
    await cp(kept, old)
    const { driver, restored } = await onAnEmptyComputer(old)
    expect(restored).toMatchObject({ destroyedAgain: 1 })
    await driver.must('vault.unlock', { recoveryKey: vault.recoveryKey })
    const { entries, persons } = await driver.must('case.open', { id })
    expect(entries).toHaveLength(1)
    expect(persons.people).toEqual([])
    await driver.close()
    await rm(old)
  }, 30_000)

  it('says whether it could see what was destroyed since', async () => {
    const moved = join(vault.folder, 'verplaatst')
    await mkdir(moved)
    await cp(await newestBackup(), join(moved, 'kopie.luwte'))
    const outcome = async () => {
      const { driver, restored } = await onAnEmptyComputer(join(moved, 'kopie.luwte'))
      await driver.close()
      return restored
    }
    expect(await outcome()).toMatchObject({ destroyedList: 'missing' })
    await cp(join(stick, 'destroyed.luwte'), join(moved, 'destroyed.luwte'))
    expect(await outcome()).toMatchObject({ destroyedList: 'whole' })
    await writeFile(join(moved, 'destroyed.luwte'), 'iets anders')
    expect(await outcome()).toMatchObject({ destroyedList: 'unreadable' })
  }, 30_000)

  it('notices a vault that was put back whole to an older state, by its backups', async () => {
    const folder = join(vault.folder, 'kluis')
    await vault.close()
    const older = join(vault.folder, 'ouder')
    await cp(folder, older, { recursive: true })
    vault = await vault.reopen()
    await start('Dit weet de oude kluis niet.')
    await vault.must('backup.run', {})
    await vault.close()
    await rm(folder, { recursive: true })
    await cp(older, folder, { recursive: true })
    const again = driveCaseload(folder, '2026-03-02')
    expect(await again.must('vault.unlock', { recoveryKey: vault.recoveryKey })).toMatchObject({
      findings: [{ finding: 'rolled-back', part: 'vault' }],
    })
    await again.close()
  }, 30_000)
})
