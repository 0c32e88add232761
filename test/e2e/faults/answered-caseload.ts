import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownByUser } from '../../../electron/runtime/unprivileged-user.ts'
import { openBackupFile } from '../../../electron/vault/store/backup/open-backup.ts'
import { argon2id, openVault } from '../../../electron/vault/store/store.ts'
import { type CaseloadDriver, driveCaseload, tokenFor } from '../../support/caseload-driver.ts'
import { expect } from '../../support/luwte-test.ts'
import { caseDetails, organisationDetails } from '../../support/new-caseload.ts'
import { rowsTold } from '../../support/rows-told.ts'

const FIRST_PASSPHRASE = 'zes woorden om te onthouden'

/** A case with the notes of it that were answered as saved. */
type AnsweredCase = { id: string; notes: Set<string>; hasPersons: boolean }

/** What is being done to something while the answer is not there yet: it may be over, or never have begun. */
type Doubt =
  | { about: 'passphrase'; passphrase: string }
  | { about: 'destruction'; caseId: string; what: 'case' | 'persons' }

/**
 * All that a running Luwte answered, kept outside of it, and the judgement on what its disk holds after a kill:
 * everything that was answered, and of what was not answered all or nothing.
 */
export class AnsweredCaseload {
  readonly recoveryKey: string
  readonly organisationId: string
  readonly #profile: string
  readonly cases: AnsweredCase[] = []
  readonly #destroyed: { id: string; what: 'case' | 'persons' }[] = []
  readonly #backups: string[] = []
  readonly restored: string[] = []
  passphrase = FIRST_PASSPHRASE
  #former = ''
  doubt: Doubt | null = null
  /** For how many answered things the disk was searched. */
  lookedFor = 0

  private constructor(profile: string, recoveryKey: string, organisationId: string) {
    this.#profile = profile
    this.recoveryKey = recoveryKey
    this.organisationId = organisationId
  }

  /** A vault with four cases and three backups of earlier weeks, made by the same code as the application's. */
  static async write(profile: string): Promise<AnsweredCaseload> {
    const vaultDir = join(profile, 'data', 'kluis')
    mkdirSync(join(profile, 'stick'), { recursive: true })
    let vault = driveCaseload(vaultDir, '2026-06-01')
    const { recoveryKey } = await vault.must('vault.prepare', {
      passphrase: FIRST_PASSPHRASE,
      advisorName: 'Proefpersoon Adviseur',
    })
    await vault.must('vault.create', { recoveryKey })
    const { id } = await vault.must('organisation.save', { id: null, details: organisationDetails() })
    const caseload = new AnsweredCaseload(profile, recoveryKey, id)
    await vault.must('backup.addTarget', { token: tokenFor(vault, caseload.stick) })
    for (const week of ['2026-06-01', '2026-06-08', '2026-06-15']) {
      await vault.close()
      vault = driveCaseload(vaultDir, week)
      await vault.must('vault.unlock', { recoveryKey })
      await caseload.startCase(vault, `begin van de week van ${week}`)
      await vault.must('backup.run', {})
    }
    await caseload.startCase(vault, 'na de laatste back-up')
    await vault.close()
    ownByUser(profile)
    return caseload
  }

  get stick(): string {
    return join(this.#profile, 'stick')
  }

  get secret(): { recoveryKey: string } {
    return { recoveryKey: this.recoveryKey }
  }

  get backups(): string[] {
    return readdirSync(this.stick).filter((name) => /^luwte-.*\.luwte$/.test(name))
  }

  /** The name of the newest backup that was answered as made. */
  get newestBackup(): string {
    const [newest] = this.backups.sort((one, other) => stateOf(other) - stateOf(one))
    if (newest === undefined) throw new Error('no backup')
    return newest
  }

  /** Starts a case with a note and names in it, and remembers each when it was answered. */
  async startCase({ must }: Pick<CaseloadDriver, 'must'>, note: string): Promise<void> {
    const details = caseDetails(this.organisationId)
    const { id } = await must('case.start', { details, note, minutes: 1 })
    const started: AnsweredCase = { id, notes: new Set([note]), hasPersons: false }
    this.cases.push(started)
    const people = [{ part: 'melder' as const, name: 'Proefpersoon A', reach: '', remark: '' }]
    await must('case.savePersons', { id, persons: { people } })
    started.hasPersons = true
  }

  noteBackup(): void {
    this.#backups.splice(0, this.#backups.length, this.newestBackup)
  }

  noteDestroyed(caseId: string, what: 'case' | 'persons'): void {
    this.#destroyed.push({ id: caseId, what })
    if (what === 'case')
      this.cases.splice(0, this.cases.length, ...this.cases.filter(({ id }) => id !== caseId))
    else for (const one of this.cases) if (one.id === caseId) one.hasPersons = false
  }

  notePassphrase(passphrase: string): void {
    this.#former = this.passphrase
    this.passphrase = passphrase
  }

  /** Once the vault is open again, nothing lies beside it that was never finished. */
  expectNothingUnfinished(): void {
    const data = join(this.#profile, 'data')
    expect(readdirSync(data).filter((name) => name.endsWith('.restoring'))).toEqual([])
    const unfinished = /\.(tmp|claim)$/
    expect(readdirSync(join(data, 'kluis')).filter((name) => unfinished.test(name))).toEqual([])
    // One that was cut off is removed with the next.
    expect(readdirSync(this.stick).filter((name) => unfinished.test(name)).length).toBeLessThanOrEqual(2)
  }

  /** Looks at a copy of what the disk holds, so that the next start finds it as the kill left it. */
  async judge(): Promise<void> {
    const copy = mkdtempSync(join(tmpdir(), 'luwte-after-kill-'))
    try {
      const data = join(this.#profile, 'data')
      for (const name of readdirSync(data).filter((one) => one.startsWith('kluis')))
        cpSync(join(data, name), join(copy, name), { recursive: true })
      await this.#judgePassphrases(join(copy, 'kluis'))
      await this.#judgeRecords(copy)
      await this.#judgeRestored(copy)
      await this.#judgeBackups()
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
    const data = join(this.#profile, 'data')
    for (const name of readdirSync(data).filter(isRestored)) rmSync(join(data, name), { recursive: true })
    this.restored.length = 0
    this.doubt = null
  }

  /** Where a passphrase was being changed, exactly one of the two opens, and the one before them does not. */
  async #judgePassphrases(folder: string): Promise<void> {
    if (this.doubt?.about !== 'passphrase') return
    const { passphrase } = this.doubt
    const opens = async (tried: string): Promise<boolean> => {
      const store = await openVault(folder, { passphrase: tried }, { kdf: argon2id })
      if ('refused' in store) {
        expect(store.refused).toBe('wrong-passphrase')
        return false
      }
      await store.close()
      return true
    }
    const isNew = await opens(passphrase)
    expect(await opens(this.passphrase), 'the passphrase that was in force').toBe(!isNew)
    if (this.#former !== '') expect(await opens(this.#former), 'an earlier passphrase').toBe(false)
    if (isNew) this.notePassphrase(passphrase)
    this.lookedFor += 1
  }

  async #judgeRecords(copy: string): Promise<void> {
    const vault = driveCaseload(join(copy, 'kluis'))
    expect(await vault.must('vault.unlock', this.secret)).toMatchObject({ findings: [] })
    await this.#settleDestruction(vault)
    for (const { id, notes, hasPersons } of this.cases) {
      const { entries, persons } = await vault.must('case.open', { id })
      const kept = new Set(entries.map(({ note }) => note))
      expect(
        [...notes].filter((note) => !kept.has(note)),
        'lost notes',
      ).toEqual([])
      expect(persons.people).toHaveLength(hasPersons ? 1 : 0)
      this.lookedFor += notes.size + 1
    }
    await this.#judgeDestroyed(vault)
    await vault.close()
  }

  /** What was being destroyed when it was cut off is destroyed or is not, and here one sees which. */
  async #settleDestruction(vault: CaseloadDriver): Promise<void> {
    if (this.doubt?.about !== 'destruction') return
    const { caseId, what } = this.doubt
    const answer = await vault.ask('case.open', { id: caseId })
    const isGone = 'refused' in answer || (what === 'persons' && answer.persons.people.length === 0)
    if (isGone) this.noteDestroyed(caseId, what)
  }

  /** Nothing destroyed opens, and every backup that still holds it stands in an open list. */
  async #judgeDestroyed(vault: CaseloadDriver): Promise<void> {
    const destructions = await rowsTold(vault, 'destructions')
    expect(destructions.length, 'a line for everything that was destroyed').toBe(this.#destroyed.length)
    const waitingFor = new Set(
      destructions.flatMap(({ copiesOutOfReach }) =>
        copiesOutOfReach.filter(({ goneOn }) => goneOn === null).map(({ fileName }) => fileName),
      ),
    )
    for (const { id, what } of this.#destroyed) {
      const answer = await vault.ask('case.open', { id })
      if (what === 'case') expect(answer).toEqual({ refused: 'not-found' })
      this.lookedFor += 1
    }
    const gone = new Set(this.#destroyed.map(({ id, what }) => (what === 'case' ? id : `persons-${id}`)))
    for (const name of this.backups) {
      const held = (await this.#recordsOf(name)).filter((id) => gone.has(id))
      if (held.length > 0) expect([...waitingFor], `a backup with destroyed records`).toContain(name)
    }
  }

  /** Every restore that was answered is there; it and any other that got as far as its name is whole. */
  async #judgeRestored(copy: string): Promise<void> {
    const there = readdirSync(copy).filter(isRestored)
    expect(there).toEqual(expect.arrayContaining(this.restored))
    for (const name of there) {
      const store = await openVault(join(copy, name), this.secret, { kdf: argon2id })
      if ('refused' in store) throw new Error(`${name}: ${store.refused}`)
      expect(store.findings).toEqual([])
      expect([...store.all()].length).toBeGreaterThan(0)
      await store.close()
      this.lookedFor += 1
    }
  }

  /** Every file with a backup's name is whole; the one that was answered last is there or a newer one is. */
  async #judgeBackups(): Promise<void> {
    for (const name of this.backups) expect((await this.#recordsOf(name)).length).toBeGreaterThan(0)
    for (const name of this.#backups) expect(stateOf(this.newestBackup)).toBeGreaterThanOrEqual(stateOf(name))
    this.lookedFor += this.#backups.length
  }

  async #recordsOf(name: string): Promise<string[]> {
    const backup = await openBackupFile(join(this.stick, name), this.secret, argon2id)
    if ('refused' in backup) throw new Error(`${name}: ${backup.refused}`)
    return [...backup.content.records.keys()]
  }
}

const isRestored = (name: string): boolean => /^kluis-\d+$/.test(name)
const stateOf = (fileName: string): number => Number(fileName.split('-')[2])
