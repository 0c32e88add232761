import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import { addBackupPlace } from '../../support/backup-place.ts'
import { driveCaseload } from '../../support/caseload-driver.ts'
import {
  caseDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'
import { rowsTold } from '../../support/rows-told.ts'
import { type SilentShare } from '../../support/silent-files.ts'

const share = vi.hoisted(() => ({ at: null as SilentShare | null }))
/** The host, with a share in it of which the computer was switched off. */
vi.mock('node:fs/promises', async (original) => {
  const { SilentShare: Share } = await import('../../support/silent-files.ts')
  share.at = new Share()
  return share.at.files(await original())
})

describe('a place for backups that answers nothing any more', () => {
  let vault: NewCaseload
  beforeEach(async () => {
    vault = await newCaseload()
  }, 30_000)
  afterEach(() => {
    share.at?.switchOn()
    return vault.discard()
  })

  const backupsIn = async (path: string): Promise<string[]> =>
    (await readdir(path)).filter((name) => name.startsWith('luwte-'))

  it('keeps nobody from opening the vault and working in it', async () => {
    const { path } = await addBackupPlace(vault, 'share')
    await vault.must('backup.run', {})
    await vault.close()
    share.at?.switchOff(path)
    const driver = driveCaseload(join(vault.folder, 'kluis'), '2026-03-03')
    const { findings } = await driver.must('vault.unlock', { recoveryKey: vault.recoveryKey })
    expect(findings).toEqual([])
    await driver.must('organisation.save', { id: null, details: organisationDetails() })
    await driver.close()
  }, 30_000)

  it('is passed over by a backup, is not counted as seen, and keeps no other place from its backup', async () => {
    const { id: silent, path } = await addBackupPlace(vault, 'share')
    await vault.must('backup.run', {})
    vault = await vault.reopen('2026-03-03')
    const { id: other, path: stick } = await addBackupPlace(vault, 'stick')
    share.at?.switchOff(path)
    await vault.must('organisation.save', { id: null, details: organisationDetails() })
    const { targets } = await vault.must('backup.run', {})
    expect(targets).toMatchObject([
      { id: silent, outcome: { refused: 'target-missing' } },
      { id: other, outcome: { provenAt: '2026-03-03T12:00:00.000Z' } },
    ])
    expect(await backupsIn(stick)).toHaveLength(1)
    const overview = await vault.must('security.overview', {})
    expect(overview.isBackedUp).toBe(true)
    expect(overview.targets).toMatchObject([
      { id: silent, isThere: false, lastProvenAt: '2026-03-02T12:00:00.000Z' },
      { id: other, isThere: true },
    ])
    // Shutting waits for it as little.
    await vault.close()
  }, 60_000)

  it('is looked for beside what is typed, which is kept at once', async () => {
    const { path } = await addBackupPlace(vault, 'share')
    share.at?.switchOff(path)
    const order: string[] = []
    const looked = vault.must('security.overview', {}).then(() => order.push('looked'))
    await vault.must('draft.save', { about: 'new-case', text: 'Zij belt.', inConversation: false })
    order.push('kept')
    await looked
    expect(order).toEqual(['kept', 'looked'])
  }, 30_000)

  it('may fall silent in the middle of a backup, and gets the next one when it is back', async () => {
    const { path } = await addBackupPlace(vault, 'share')
    const falls = { silent: false }
    vault = await vault.reopen('2026-03-03', {
      prove: async (...asked) => {
        const proof = await proveBackup(...asked)
        if (falls.silent) share.at?.switchOff(path)
        return proof
      },
    })
    falls.silent = true
    expect(await vault.must('backup.run', {})).toMatchObject({
      targets: [{ outcome: { refused: 'target-missing' } }],
    })
    expect(await vault.must('security.overview', {})).toMatchObject({ isBackedUp: false, lastProvenAt: null })
    falls.silent = false
    share.at?.switchOn()
    expect(await vault.must('backup.run', {})).toMatchObject({
      targets: [{ outcome: { provenAt: '2026-03-03T12:00:00.000Z' } }],
    })
    expect((await readdir(path)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  }, 60_000)

  it('is named by a destruction with every backup that may stand there, until they are gone', async () => {
    const { path } = await addBackupPlace(vault, 'share')
    const { id: organisationId } = await vault.must('organisation.save', {
      id: null,
      details: organisationDetails(),
    })
    const { id } = await vault.must('case.start', {
      details: caseDetails(organisationId),
      note: 'Een gesprek.',
      minutes: 30,
    })
    const falls = { silent: true }
    vault = await vault.reopen('2026-03-03', {
      prove: async (...asked) => {
        const proof = await proveBackup(...asked)
        if (falls.silent) share.at?.switchOff(path)
        return proof
      },
    })
    await vault.must('backup.run', {})
    const secret = { recoveryKey: vault.recoveryKey }
    await vault.must('case.destroy', { id, reason: 'on-request', secret })
    const [waits] = await rowsTold(vault, 'destructions')
    expect(waits?.copiesOutOfReach).toMatchObject([{ target: 'share', goneOn: null }])
    falls.silent = false
    share.at?.switchOn()
    await vault.must('backup.run', {})
    expect((await vault.must('security.overview', {})).openDestructions).toBe(0)
    expect(await backupsIn(path)).toHaveLength(1)
  }, 60_000)
})
