import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Id } from '#shared/kernel/id.ts'
import { checksum } from '../../electron/vault/store/crypto/v1/checksum.ts'
import { addBackupPlace } from '../support/backup-place.ts'
import { caseDetails, newCaseload, type NewCaseload, organisationDetails } from '../support/new-caseload.ts'
import { backupsIn, toldInBackups } from '../support/told-in-backups.ts'
import { quickKdf } from './quick-kdf.ts'

/** A list that says that a later version wrote it, as anybody can make one. */
function listOfALaterVersion(): Uint8Array {
  const fields = Buffer.alloc(16)
  fields.write('LUWTEDST')
  fields.writeUInt16LE(2, 8)
  return Buffer.concat([fields, checksum(fields)])
}

describe('something in the way of the list of what was destroyed', () => {
  let vault: NewCaseload
  let id: Id
  let stick: string
  let list: string

  beforeEach(async () => {
    vault = await newCaseload('2026-03-02', { kdf: quickKdf })
    const organisation = await vault.must('organisation.save', { id: null, details: organisationDetails() })
    const details = caseDetails(organisation.id)
    id = (await vault.must('case.start', { details, note: 'zeegroen', minutes: 5 })).id
    stick = (await addBackupPlace(vault, 'stick')).path
    await vault.must('backup.run', {})
    list = join(stick, 'destroyed.luwte')
    await rm(list)
  })
  afterEach(() => vault.discard())

  const backUp = async () => (await vault.must('backup.run', {})).targets[0]?.outcome

  it.each([
    ['a list that says it is of a later version', () => writeFile(list, listOfALaterVersion())],
    ['a folder', () => mkdir(list)],
  ])('is said when it is %s, and there is no backup without the list', async (_what, plant) => {
    await plant()
    const before = await backupsIn(stick)
    vault = await vault.reopen('2026-03-03')
    await vault.must('case.destroy', {
      id,
      reason: 'on-request',
      secret: { recoveryKey: vault.recoveryKey },
    })
    expect(await toldInBackups(stick, 'zeegroen', { recoveryKey: vault.recoveryKey })).toEqual([])
    expect(await backUp()).toEqual({ refused: 'destroyed-list-unusable' })
    expect(await backupsIn(stick)).toEqual(before)

    await rm(list, { recursive: true })
    expect(await backUp()).toHaveProperty('provenAt')
    expect((await readFile(list)).length).toBeGreaterThan(0)
  })

  it('is written with every backup, so that its day tells nothing of a destruction', async () => {
    await vault.must('backup.run', {})
    const before = await readFile(list)
    vault = await vault.reopen('2026-03-03')
    await vault.must('backup.run', {})
    expect(Buffer.compare(await readFile(list), before)).not.toBe(0)
  })
})
