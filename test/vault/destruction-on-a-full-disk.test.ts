import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeDisk } from '../../electron/vault/store/node-disk.ts'
import { driveCaseload } from '../support/caseload-driver.ts'
import { newCaseload, type NewCaseload } from '../support/new-caseload.ts'
import { comeToReport, organisationUnderContract } from '../support/reported-organisation.ts'
import { FullDisk } from './faults/full-disk.ts'
import { readVault } from './second-reader.ts'
import { newFolder } from './store-fixture.ts'

const TODAY = '2026-02-01'

describe('destroying a case that a half-year counted, on a full disk', () => {
  let vault: NewCaseload
  let id: string

  beforeAll(async () => {
    vault = await newCaseload(TODAY)
    const organisationId = await organisationUnderContract(vault)
    const came = await comeToReport(vault, organisationId, { count: 6, from: '2025-02-01', daysApart: 10 })
    id = came[0] ?? ''
    const period = { year: 2025, half: 'first-half' } as const
    await vault.must('report.settle', { organisationId, period, recipient: 'HR' })
    await vault.close()
  }, 30_000)
  afterAll(() => vault.discard())

  /** Opens a copy of the vault and destroys the case on a disk that is full from one call on; answers what is left. */
  const destroyOn = async (disk: FullDisk, fromCall?: number) => {
    const folder = join(await newFolder(), 'kluis')
    await cp(join(vault.folder, 'kluis'), folder, { recursive: true })
    const secret = { recoveryKey: vault.recoveryKey }
    const destroy = { id, reason: 'on-request', secret } as const
    const kinds = async () => {
      const records = [...(await readVault(folder, secret)).values()]
      const count = (kind: string) => records.filter((record) => record.kind === kind).length
      return { cases: count('case'), remainders: count('remainder'), destructions: count('destruction') }
    }
    const driver = driveCaseload(folder, TODAY, { disk })
    await driver.must('vault.unlock', secret)
    disk.arm(fromCall === undefined ? undefined : { fromCall })
    const first = await driver.ask('case.destroy', destroy)
    const { steps } = disk
    disk.arm()
    const atOnce = await driver.ask('case.destroy', destroy)
    await driver.close()
    const again = driveCaseload(folder, TODAY)
    await again.must('vault.unlock', secret)
    const between = await kinds()
    await again.ask('case.destroy', destroy)
    await again.close()
    return { steps, first, atOnce, between, afterwards: await kinds() }
  }

  it('leaves her in the figures once, however often it was tried and wherever the disk was full', async () => {
    const disk = new FullDisk(nodeDisk)
    const { steps, first } = await destroyOn(disk)
    expect(first).toHaveProperty('destructionId')
    const whole = { cases: 6, remainders: 0, destructions: 0 }
    const destroyed = { cases: 5, remainders: 1, destructions: 1 }
    for (const fromCall of steps.keys()) {
      const { first: answer, between, afterwards } = await destroyOn(disk, fromCall)
      expect(answer).toMatchObject({ refused: 'disk-full' })
      expect([whole, destroyed]).toContainEqual(between)
      expect(afterwards).toEqual(destroyed)
    }
  }, 60_000)
})
