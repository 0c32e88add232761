import { cp, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Id } from '#shared/kernel/id.ts'
import { addBackupPlace } from '../support/backup-place.ts'
import { driveCaseload, tokenFor } from '../support/caseload-driver.ts'
import { caseDetails, newCaseload, type NewCaseload, organisationDetails } from '../support/new-caseload.ts'
import { rowsTold } from '../support/rows-told.ts'
import { readBackup } from './second-reader-of-backups.ts'
import { readSnapshots, readVault, type ReadRecord } from './second-reader.ts'

const note = 'Notitie met het woord zeegroen.'
const name = 'Proefpersoon Kanariegeel'

describe('what an advisor is promised about destroying and restoring', () => {
  let vault: NewCaseload
  let organisationId: Id

  beforeEach(async () => {
    vault = await newCaseload()
    organisationId = (await vault.must('organisation.save', { id: null, details: organisationDetails() })).id
  }, 60_000)
  afterEach(() => vault.discard())

  const secret = () => ({ recoveryKey: vault.recoveryKey })

  const startCase = async () => {
    const details = caseDetails(organisationId)
    const { id } = await vault.must('case.start', { details, note, minutes: 30 })
    const people = [{ part: 'melder' as const, name, reach: '', remark: '' }]
    await vault.must('case.savePersons', { id, persons: { people } })
    return id
  }

  const addTarget = async (folder: string) => (await addBackupPlace(vault, folder)).path

  const backupsIn = async (folder: string) =>
    (await readdir(folder)).filter((file) => /^luwte-.*\.luwte$/.test(file)).sort()

  /** Every record of every backup in a folder, as a reader finds it that knows the specification and a secret alone. */
  const recordsIn = async (folder: string): Promise<ReadRecord[]> => {
    const files = await backupsIn(folder)
    expect(files.length).toBeGreaterThan(0)
    const read = await Promise.all(
      files.map(async (file) => readBackup(new Uint8Array(await readFile(join(folder, file))), secret())),
    )
    return read.flatMap(({ records }) => [...records.values()])
  }

  /** How many records tell of a word, wherever in them. */
  const tell = (records: Iterable<ReadRecord>, word: string): number =>
    [...records].filter((record) => JSON.stringify(record).includes(word)).length

  /** The vault that a backup becomes on a computer without one, with the recovery key alone. */
  const restoredFrom = async (file: string) => {
    const folder = join(vault.folder, 'andere computer', 'kluis')
    const driver = driveCaseload(folder, '2026-03-02')
    await driver.must('vault.restore', { token: tokenFor(driver, file), secret: secret() })
    return { driver, folder }
  }

  it('destroys the names of a case and keeps the case: an old backup brings the case back without them', async () => {
    const stick = await addTarget('stick')
    const id = await startCase()
    await vault.must('backup.run', {})
    const [old = ''] = await backupsIn(stick)
    expect([tell(await recordsIn(stick), 'zeegroen'), tell(await recordsIn(stick), name)]).toEqual([1, 1])
    // A copy of before that nobody could reach, back in its folder later.
    const drawer = join(vault.folder, 'uit een lade.luwte')
    await cp(join(stick, old), drawer)
    await vault.must('case.destroyPersons', { id, secret: secret() })
    expect([tell(await recordsIn(stick), 'zeegroen') > 0, tell(await recordsIn(stick), name)]).toEqual([
      true,
      0,
    ])
    await cp(drawer, join(stick, old))
    expect(tell(await recordsIn(stick), name)).toBe(1)

    const { driver, folder } = await restoredFrom(join(stick, old))
    for (const { records } of await readSnapshots(folder, secret()))
      expect([tell(records.values(), 'zeegroen'), tell(records.values(), name)]).toEqual([1, 0])
    await driver.must('vault.unlock', secret())
    const { entries, persons } = await driver.must('case.open', { id })
    expect(JSON.stringify(entries)).toContain('zeegroen')
    expect(persons.people).toEqual([])
    await driver.close()
  }, 60_000)

  it('destroys a case in three backups in reach, names the fourth, and finishes once that is mounted', async () => {
    const reached = [await addTarget('stick'), await addTarget('schijf'), await addTarget('nas')]
    const drawer = await addTarget('lade')
    const id = await startCase()
    await vault.must('backup.run', {})
    for (const folder of [...reached, drawer])
      for (const word of ['zeegroen', name, id])
        expect(tell(await recordsIn(folder), word)).toBeGreaterThan(0)
    const [early = ''] = await backupsIn(drawer)
    await rename(drawer, `${drawer} (niet aangesloten)`)
    // A week later, or the backup of the same day would take the place of the earlier one.
    vault = await vault.reopen('2026-03-09')

    await vault.must('case.destroy', { id, reason: 'on-request', secret: secret() })
    for (const folder of reached) {
      expect(await backupsIn(folder)).toContain(early)
      expect(await backupsIn(folder)).toHaveLength(2)
      for (const word of ['zeegroen', name, id]) expect(tell(await recordsIn(folder), word)).toBe(0)
    }
    for (const { records } of await readSnapshots(join(vault.folder, 'kluis'), secret()))
      for (const word of ['zeegroen', name, id]) expect(tell(records.values(), word)).toBe(0)
    const [open] = await rowsTold(vault, 'destructions')
    expect(open?.copiesOutOfReach).toMatchObject([{ target: 'lade', fileName: early, goneOn: null }])
    expect(await vault.must('security.overview', {})).toMatchObject({ openDestructions: 1 })

    await rename(`${drawer} (niet aangesloten)`, drawer)
    expect(tell(await recordsIn(drawer), 'zeegroen')).toBe(1)
    await vault.must('backup.run', {})
    for (const word of ['zeegroen', name, id]) expect(tell(await recordsIn(drawer), word)).toBe(0)
    const [closed] = await rowsTold(vault, 'destructions')
    expect(closed?.copiesOutOfReach.map(({ goneOn }) => goneOn)).toEqual(['2026-03-09'])
    expect(await vault.must('security.overview', {})).toMatchObject({ openDestructions: 0 })
  }, 60_000)

  it('restores on an empty profile, with the recovery key alone, what equals the original record by record', async () => {
    const stick = await addTarget('stick')
    const id = await startCase()
    await startCase()
    await vault.must('backup.run', {})
    const [file = ''] = await backupsIn(stick)
    const copy = await readBackup(new Uint8Array(await readFile(join(stick, file))), secret())
    expect(copy.records.size).toBeGreaterThan(6)

    const { driver, folder } = await restoredFrom(join(stick, file))
    expect(await readVault(folder, secret())).toEqual(copy.records)
    await driver.must('vault.unlock', secret())
    expect(await driver.must('case.open', { id })).toEqual(await vault.must('case.open', { id }))
    await driver.close()
    await vault.close()
    const original = await readVault(join(vault.folder, 'kluis'), secret())
    // What the original wrote since tells of the backup itself: that it would be made, and where it is.
    const differing = [...original.values()].filter(
      (record) => JSON.stringify(copy.records.get(record.id)) !== JSON.stringify(record),
    )
    expect(differing.map(({ kind }) => kind).sort()).toEqual(['backup-target', 'history'])
    expect([...copy.records.keys()].filter((one) => !original.has(one))).toEqual([])
    vault = await vault.reopen()
  }, 60_000)
})
