import { rename } from 'node:fs/promises'
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
const people = (name: string) => ({ people: [{ part: 'melder' as const, name, reach: '', remark: '' }] })

describe('what was written on the way to a case goes with the case', () => {
  let vault: NewCaseload
  let organisationId: Id
  let stick: string

  beforeEach(async () => {
    vault = await newCaseload('2026-03-02', { kdf: quickKdf })
    organisationId = (await vault.must('organisation.save', { id: null, details: organisationDetails() })).id
    stick = (await addBackupPlace(vault, 'stick')).path
  })
  afterEach(() => vault.discard())

  const secret = () => ({ recoveryKey: vault.recoveryKey })
  const start = async (note: string) =>
    (await vault.must('case.start', { details: caseDetails(organisationId), note, minutes: 5 })).id
  const destroy = (id: Id) => vault.must('case.destroy', { id, reason: 'on-request', secret: secret() })
  const told = (what: string) => toldInBackups(stick, what, secret())
  const nothingIsOpen = async () => {
    expect(await vault.must('security.overview', {})).toMatchObject({ openDestructions: 0 })
    expect((await rowsTold(vault, 'destructions'))[0]?.copiesRewritten).toBeGreaterThan(0)
  }

  it.each(['conversation', 'new-case'] as const)(
    'the note of a %s that a backup kept before it became a case',
    async (about) => {
      await vault.must('draft.save', { about, text: word, inConversation: about === 'conversation' })
      await vault.must('backup.run', {})
      vault = await vault.reopen('2026-03-03')
      const id = await start(word)
      await vault.must('draft.save', { about, text: '' })
      expect(await told(word)).toHaveLength(1)
      await destroy(id)
      expect(await told(word)).toEqual([])
      await nothingIsOpen()
    },
  )

  it('a note that was begun at another case', async () => {
    const other = await start('iets anders')
    const id = await start('kort')
    await vault.must('draft.save', { about: other, text: word, inConversation: true })
    await vault.must('backup.run', {})
    vault = await vault.reopen('2026-03-03')
    await vault.must('entry.save', {
      caseId: id,
      id: null,
      details: { kind: 'contact', on: '2026-03-02', channel: 'phone', minutes: 5, note: word },
      endsDraft: other,
    })
    await destroy(id)
    expect(await told(word)).toEqual([])
    expect(await vault.must('case.open', { id: other })).toHaveProperty('caseFile')
    await nothingIsOpen()
  })

  it('and what is still being typed about something else stays, in the vault and in its backups', async () => {
    const other = await start('iets anders')
    const id = await start(word)
    await vault.must('draft.save', { about: id, text: `${word} ook hier` })
    await vault.must('draft.save', { about: other, text: 'Half een zin' })
    await vault.must('draft.save', { about: 'new-case', text: 'Zij belt over' })
    await destroy(id)
    vault = await vault.reopen('2026-03-03')
    expect(await vault.must('draft.open', {})).toEqual({ text: 'Zij belt over' })
    expect((await vault.must('case.open', { id: other })).draft).toBe('Half een zin')
    await vault.must('draft.save', { about: other, text: 'Half een zin en meer' })
    await vault.must('backup.run', {})
    expect(await told('Half een zin en meer')).toHaveLength(1)
    expect(await told(word)).toEqual([])
  })

  it('names that were taken back with Ctrl+Z after a backup was made of them', async () => {
    const id = await start('iets')
    await vault.must('case.savePersons', { id, persons: people('Kanariegeel') })
    await vault.must('backup.run', {})
    await rename(stick, `${stick}-weg`)
    await vault.must('undo.last', {})
    vault = await vault.reopen('2026-03-03')
    await rename(`${stick}-weg`, stick)
    expect(await told('Kanariegeel')).toHaveLength(1)
    await destroy(id)
    expect(await told('Kanariegeel')).toEqual([])
    await nothingIsOpen()
  })

  it('the names of before, when later ones are destroyed', async () => {
    const id = await start('iets')
    await vault.must('case.savePersons', { id, persons: people('Kanariegeel') })
    await vault.must('backup.run', {})
    await vault.must('undo.last', {})
    vault = await vault.reopen('2026-03-03')
    await vault.must('case.savePersons', { id, persons: people('Proefpersoon B') })
    await vault.must('case.destroyPersons', { id, secret: secret() })
    expect(await told('Kanariegeel')).toEqual([])
    await vault.must('case.savePersons', { id, persons: people('Proefpersoon C') })
    vault = await vault.reopen('2026-03-04')
    expect((await vault.must('case.open', { id })).persons).toEqual(people('Proefpersoon C'))
    await vault.must('backup.run', {})
    await destroy(id)
    for (const name of ['Kanariegeel', 'Proefpersoon B', 'Proefpersoon C'])
      expect(await told(name)).toEqual([])
  })

  it('also from a copy that comes back from a drawer', async () => {
    await vault.must('draft.save', { about: 'conversation', text: word, inConversation: true })
    await vault.must('backup.run', {})
    const [early = ''] = await backupsIn(stick)
    vault = await vault.reopen('2026-03-03')
    const id = await start(word)
    await vault.must('draft.save', { about: 'conversation', text: '' })
    const drawer = join(vault.folder, 'lade')
    await rename(join(stick, early), `${drawer}.luwte`)
    await destroy(id)
    await rename(`${drawer}.luwte`, join(stick, early))
    const computer = join(vault.folder, 'andere computer', 'kluis')
    const other = driveCaseload(computer, '2026-03-04')
    await other.must('vault.restore', { token: tokenFor(other, join(stick, early)), secret: secret() })
    await other.must('vault.unlock', secret())
    expect(await other.must('draft.ofConversation', {})).toEqual({ draft: null })
    await other.close()
  })
})
