import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type CheckedPart, hasFault, type WholeCheck } from '#shared/contracts/safety-check.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { type VaultEnvironment } from '../../../electron/vault/environment.ts'
import { addBackupPlace } from '../../support/backup-place.ts'
import {
  caseDetails,
  copiedCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'

type Checked = WholeCheck & { faults: CheckedPart[] }

/** A vault with an organisation and a place for backups, to spoil and to check. */
export class CheckedVault {
  vault: NewCaseload
  readonly stick: string

  private constructor(vault: NewCaseload) {
    this.vault = vault
    this.stick = join(vault.folder, 'stick')
  }

  static async make(): Promise<CheckedVault> {
    const vault = await copiedCaseload()
    await addBackupPlace(vault, 'stick')
    return new CheckedVault(vault)
  }

  /** The path of a file of the vault. */
  file(name: string): string {
    return join(this.vault.folder, 'kluis', name)
  }

  /** The files of the vault of a kind, the oldest first. */
  async files(kind: 'journal' | 'snapshot'): Promise<string[]> {
    const names = await readdir(join(this.vault.folder, 'kluis'))
    return names.filter((name) => name.startsWith(`${kind}-`)).sort()
  }

  /** The backups in the place, the oldest first. */
  async backups(): Promise<string[]> {
    const state = (fileName: string) => Number(fileName.split('-')[2])
    const names = (await readdir(this.stick)).filter((name) => /^luwte-.*\.luwte$/.test(name))
    return names.sort((one, other) => state(one) - state(other))
  }

  async start(note = 'Een gesprek.') {
    const details = organisationDetails()
    const { id } = await this.vault.must('organisation.save', { id: null, details })
    return this.vault.must('case.start', { details: caseDetails(id), note, minutes: 30 })
  }

  async reopen(today?: string, overrides?: Partial<VaultEnvironment>): Promise<void> {
    this.vault = await this.vault.reopen(today, overrides)
  }

  /** Checks everything, step by step. */
  async check(secret: TypedSecret = { recoveryKey: this.vault.recoveryKey }): Promise<Checked> {
    const { steps } = await this.vault.must('security.beginCheck', { secret })
    for (let step = 1; step <= steps; step += 1) {
      const { done, whole } = await this.vault.must('security.checkNext', {})
      expect(done).toBe(step)
      if (whole !== null) return { ...whole, faults: whole.parts.filter(hasFault) }
    }
    throw new Error('the last step did not say what was found')
  }
}

/** What a check says of one part. */
export function partOf({ parts }: WholeCheck, name: CheckedPart['part']): CheckedPart {
  const found = parts.find(({ part }) => part === name)
  if (found === undefined) throw new Error(`a check without ${name}`)
  return found
}

/** Turns one bit of a file over; `at` says where, from its length. */
export async function flip(path: string, at: (length: number) => number): Promise<void> {
  const bytes = await readFile(path)
  const place = at(bytes.length)
  bytes[place] = (bytes[place] ?? 0) ^ 1
  await writeFile(path, bytes)
}
