import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FormAbout } from '#shared/contracts/draft-about.ts'
import { type Id } from '#shared/kernel/id.ts'
import { addBackupPlace } from '../../support/backup-place.ts'
import {
  caseDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'
import { toldInBackups } from '../../support/told-in-backups.ts'
import { quickKdf } from '../quick-kdf.ts'

const word = 'zeegroen'
const typed = JSON.stringify({ people: [{ name: word }] })

describe('what is typed in a form and not saved', () => {
  let vault: NewCaseload
  let organisationId: Id

  beforeEach(async () => {
    vault = await newCaseload('2026-03-02', { kdf: quickKdf })
    organisationId = (await vault.must('organisation.save', { id: null, details: organisationDetails() })).id
  })
  afterEach(() => vault.discard())

  const start = async () =>
    (await vault.must('case.start', { details: caseDetails(organisationId), note: 'Belde.', minutes: 5 })).id
  const kept = async (about: FormAbout) => (await vault.must('draft.ofForm', { about })).text
  const keep = (about: FormAbout, text = typed) => vault.must('draft.save', { about, text })

  it('is there again after a lock, for that form of that case alone', async () => {
    const [one, other] = [await start(), await start()]
    await keep({ form: 'persons', id: one })
    vault = await vault.reopen()
    expect(await kept({ form: 'persons', id: one })).toBe(typed)
    expect(await kept({ form: 'persons', id: other })).toBe('')
    expect(await kept({ form: 'closing', id: one })).toBe('')
    expect((await vault.must('case.open', { id: one })).draft).toBe('')
    expect(await vault.must('draft.ofConversation', {})).toEqual({ draft: null })
    expect(await vault.must('draft.open', {})).toEqual({ text: '' })
  })

  it('is gone once the form was saved or given up', async () => {
    const id = await start()
    await keep({ form: 'persons', id })
    await keep({ form: 'organisation', id: null })
    await keep({ form: 'persons', id }, '')
    vault = await vault.reopen()
    expect(await kept({ form: 'persons', id })).toBe('')
    expect(await kept({ form: 'organisation', id: null })).toBe(typed)
  })

  it('keeps Ctrl+Z from taking its case from under it', async () => {
    const id = await start()
    await keep({ form: 'case-details', id })
    expect(await vault.ask('undo.last', {})).toEqual({ refused: 'undo-leaves-draft' })
    expect(await kept({ form: 'case-details', id })).toBe(typed)
  })

  it('is not kept for a form that is not among those that are, nor about what is not there', async () => {
    const about = { form: 'passphrase', id: null } as unknown as FormAbout
    expect(await vault.ask('draft.save', { about, text: typed })).toMatchObject({ refused: 'invalid-input' })
    const gone = { form: 'persons', id: organisationId } as const
    expect(await vault.ask('draft.save', { about: gone, text: typed })).toEqual({ refused: 'not-found' })
    expect(
      await vault.ask('draft.save', { about: { form: 'practice', id: organisationId }, text: typed }),
    ).toEqual({ refused: 'not-found' })
  })

  it('goes with what it is about', async () => {
    const caseId = await start()
    const { id } = await vault.must('entry.save', {
      caseId,
      id: null,
      details: { kind: 'contact', on: '2026-03-02', channel: 'phone', minutes: 5, note: 'Kort.' },
    })
    const about = { form: 'entry', id } as const
    await keep(about)
    await vault.must('entry.remove', { id })
    expect(await kept(about)).toBe('')
  })

  describe('when a case is destroyed', () => {
    let stick: string
    beforeEach(async () => {
      stick = (await addBackupPlace(vault, 'stick')).path
    })
    const secret = () => ({ recoveryKey: vault.recoveryKey })

    it('goes with it, from the vault and from every backup; what is typed about others stays', async () => {
      const [id, other] = [await start(), await start()]
      const entryId = (await vault.must('case.open', { id })).entries[0]?.id ?? ''
      const ofCase: FormAbout[] = [
        { form: 'persons', id },
        { form: 'case-details', id },
        { form: 'closing', id },
        { form: 'new-entry', id },
        { form: 'entry', id: entryId },
      ]
      for (const about of ofCase) await keep(about)
      await keep({ form: 'persons', id: other }, '{"people":[]}')
      await keep({ form: 'organisation', id: null }, '{"name":"Proef"}')
      await vault.must('backup.run', {})
      vault = await vault.reopen('2026-03-03')
      expect(await toldInBackups(stick, word, secret())).not.toEqual([])
      await vault.must('case.destroy', { id, reason: 'on-request', secret: secret() })
      vault = await vault.reopen()
      for (const about of ofCase) expect(await kept(about)).toBe('')
      expect(await kept({ form: 'persons', id: other })).toBe('{"people":[]}')
      expect(await kept({ form: 'organisation', id: null })).toBe('{"name":"Proef"}')
      expect(await toldInBackups(stick, word, secret())).toEqual([])
    })

    it('goes with its names alone, where only those are destroyed and the form holds names', async () => {
      const id = await start()
      await vault.must('case.savePersons', {
        id,
        persons: { people: [{ part: 'melder', name: 'Wilma', reach: '', remark: '' }] },
      })
      await keep({ form: 'persons', id })
      await keep({ form: 'closing', id }, '{"aftercare":"bellen"}')
      await vault.must('case.destroyPersons', { id, secret: secret() })
      expect(await kept({ form: 'persons', id })).toBe('')
      expect(await kept({ form: 'closing', id })).toBe('{"aftercare":"bellen"}')
      expect(await toldInBackups(stick, word, secret())).toEqual([])
    })
  })
})
