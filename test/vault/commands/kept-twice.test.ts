import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { driveCaseload } from '../../support/caseload-driver.ts'
import { newCaseload, type NewCaseload, organisationDetails } from '../../support/new-caseload.ts'

describe('what was saved on an earlier day', () => {
  let vault: NewCaseload
  beforeEach(async () => {
    vault = await newCaseload('2026-03-02')
  }, 30_000)
  afterEach(() => vault.discard())

  it('is still there when another program deletes the files that were written last', async () => {
    const kluis = join(vault.folder, 'kluis')
    const { id } = await vault.must('organisation.save', { id: null, details: organisationDetails() })
    vault = await vault.reopen('2026-03-03')
    await vault.close()
    for (const kind of ['journal-', 'snapshot-']) {
      const newest =
        (await readdir(kluis))
          .filter((name) => name.startsWith(kind))
          .sort()
          .at(-1) ?? ''
      const kept = join(kluis, newest)
      await rm(kept)
      const driver = driveCaseload(kluis, '2026-03-03')
      await driver.must('vault.unlock', { recoveryKey: vault.recoveryKey })
      await driver.must('organisation.save', { id, details: organisationDetails() })
      await driver.close()
    }
  }, 30_000)

  it('is not written anew at each opening of the same day', async () => {
    const snapshots = async () =>
      (await readdir(join(vault.folder, 'kluis'))).filter((name) => name.startsWith('snapshot'))
    await vault.must('organisation.save', { id: null, details: organisationDetails() })
    const before = await snapshots()
    vault = await vault.reopen('2026-03-02')
    expect(await snapshots()).toEqual(before)
    vault = await vault.reopen('2026-03-03')
    expect(await snapshots()).not.toEqual(before)
  }, 30_000)
})
