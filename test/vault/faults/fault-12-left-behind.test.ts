import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBackupFile } from '../../../electron/vault/store/backup/open-backup.ts'
import { addBackupPlace } from '../../support/backup-place.ts'
import {
  caseDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'
import { rowsTold } from '../../support/rows-told.ts'
import { noKdf } from '../store-fixture.ts'

describe('fault 12: SIGKILL in save, snapshot, passphrase change, rotation, destruction, backup, restore', () => {
  let vault: NewCaseload
  beforeEach(async () => {
    vault = await newCaseload()
  }, 60_000)
  afterEach(() => vault.discard())

  const startCase = async (): Promise<string> => {
    const { id: organisationId } = await vault.must('organisation.save', {
      id: null,
      details: organisationDetails(),
    })
    const details = caseDetails(organisationId)
    return (await vault.must('case.start', { details, note: 'Om te vernietigen.', minutes: 30 })).id
  }

  it('destroys a case in a backup that was made in the instant in which everything ended, and not remembered', async () => {
    const kluis = join(vault.folder, 'kluis')
    const { path: stick } = await addBackupPlace(vault, 'stick')
    const caseId = await startCase()
    // The vault as a kill between the backup and its line in the ledger leaves it: without that line.
    await cp(kluis, `${kluis}-before`, { recursive: true })
    await vault.must('backup.run', {})
    await vault.close()
    await rm(kluis, { recursive: true })
    await cp(`${kluis}-before`, kluis, { recursive: true })
    await rm(`${kluis}-before`, { recursive: true })
    // The lock in it is of this very process, which was not killed.
    await rm(join(kluis, 'lock.json'))
    vault = await vault.reopen()
    await startCase()

    const secret = { recoveryKey: vault.recoveryKey }
    await vault.must('case.destroy', { id: caseId, reason: 'on-request', secret })
    const backups = (await readdir(stick)).filter((name) => name.startsWith('luwte-'))
    expect(backups).toHaveLength(2)
    for (const name of backups) {
      const backup = await openBackupFile(join(stick, name), secret, noKdf)
      if ('refused' in backup) throw new Error(backup.refused)
      expect([...backup.content.records.keys()]).not.toContain(caseId)
    }
    expect(await rowsTold(vault, 'destructions')).toMatchObject([
      { copiesRewritten: 2, copiesOutOfReach: [] },
    ])
  })

  it('removes what a restore that was cut off left beside the vault, and no vault', async () => {
    await vault.close()
    const [unfinished, whole] = [join(vault.folder, 'kluis-2.restoring'), join(vault.folder, 'kluis-3')]
    await mkdir(unfinished)
    await writeFile(join(unfinished, 'snapshot-0000000001'), 'half')
    await cp(join(vault.folder, 'kluis'), whole, { recursive: true })
    vault = await vault.reopen()
    expect((await readdir(vault.folder)).sort()).toEqual(['kluis', 'kluis-3'])
    expect(await vault.must('vault.status', {})).toMatchObject({ vaults: ['kluis', 'kluis-3'] })
  })
})
