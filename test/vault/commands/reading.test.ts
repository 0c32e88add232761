import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addBackupPlace } from '../../support/backup-place.ts'
import { driveCaseload, tokenFor } from '../../support/caseload-driver.ts'
import { newCaseload, type NewCaseload, organisationDetails } from '../../support/new-caseload.ts'

describe('a vault with the lock of another computer', () => {
  let vault: NewCaseload
  beforeEach(async () => {
    vault = await newCaseload()
  }, 30_000)
  afterEach(() => vault.discard())

  it('can be read and backed up, and goes on as a vault restored from that backup', async () => {
    const { path: stick } = await addBackupPlace(vault, 'stick')
    await vault.must('organisation.save', { id: null, details: organisationDetails() })
    await vault.close()
    const lock = { machine: 'het vorige huis', boot: 'x', pid: 1, started: '1', token: 'x' }
    await writeFile(join(vault.folder, 'kluis', 'lock.json'), JSON.stringify(lock))

    const driver = driveCaseload(join(vault.folder, 'kluis'), '2026-03-02')
    const { recoveryKey } = vault
    expect(await driver.ask('vault.unlock', { recoveryKey })).toEqual({ refused: 'in-use' })
    const { stateNumber } = await driver.must('vault.unlock', { recoveryKey, reading: true })
    const another = { id: null, details: organisationDetails({ name: 'Kinderopvang Elders' }) }
    expect(await driver.ask('organisation.save', another)).toEqual({ refused: 'in-use' })
    expect((await driver.must('backup.run', {})).targets).toMatchObject([
      { outcome: { provenAt: '2026-03-02T12:00:00.000Z' } },
    ])
    const backup = (await readdir(stick)).find((name) => name.startsWith('luwte-')) ?? ''
    const token = tokenFor(driver, join(stick, backup))
    const restored = await driver.must('vault.restore', { token, secret: { recoveryKey } })
    expect(restored.vault).toBe('kluis-2')
    await driver.close()

    const again = driveCaseload(join(vault.folder, 'kluis'), '2026-03-02')
    const opened = await again.must('vault.unlock', { recoveryKey, vault: 'kluis-2' })
    expect(opened.stateNumber).toBeGreaterThanOrEqual(stateNumber)
    await again.must('organisation.save', another)
    await again.close()
  }, 30_000)
})
