import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addBackupPlace } from '../../support/backup-place.ts'
import { driveCaseload } from '../../support/caseload-driver.ts'
import { newCaseload, type NewCaseload, organisationDetails } from '../../support/new-caseload.ts'

const silent = vi.hoisted(() => ({ path: '' }))
/** The host, with a share in it of which the computer was switched off. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const readdir = (path: string, ...rest: []) =>
    path === silent.path ? new Promise(() => undefined) : real.readdir(path, ...rest)
  return { ...real, readdir }
})

describe('a place for backups that answers nothing any more', () => {
  let vault: NewCaseload
  beforeEach(async () => {
    vault = await newCaseload()
  }, 30_000)
  afterEach(() => {
    silent.path = ''
    return vault.discard()
  })

  it('keeps nobody from opening the vault and working in it', async () => {
    const { path } = await addBackupPlace(vault, 'share')
    await vault.must('backup.run', {})
    await vault.close()
    silent.path = path
    const driver = driveCaseload(join(vault.folder, 'kluis'), '2026-03-03')
    const { findings } = await driver.must('vault.unlock', { recoveryKey: vault.recoveryKey })
    expect(findings).toEqual([])
    await driver.must('organisation.save', { id: null, details: organisationDetails() })
    await driver.close()
  }, 30_000)
})
