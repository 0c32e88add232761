import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownByUser } from '../../electron/runtime/unprivileged-user.ts'
import { driveCaseload } from './caseload-driver.ts'
import { SCREEN_PASSPHRASE } from './first-start.ts'

type Template = { folder: string; recoveryKey: string }

let template: Promise<Template> | undefined

async function makeTemplate(): Promise<Template> {
  const folder = join(mkdtempSync(join(tmpdir(), 'luwte-template-')), 'kluis')
  const driver = driveCaseload(folder)
  const { recoveryKey } = await driver.must('vault.prepare', {
    passphrase: SCREEN_PASSPHRASE,
    advisorName: 'Proefpersoon Adviseur',
  })
  await driver.must('vault.create', { recoveryKey })
  await driver.close()
  return { folder, recoveryKey }
}

/**
 * Lays an empty vault in a profile, as the first start would have made it, and answers its recovery key. Its keys are
 * made once: deriving them for every test anew would take minutes of a run.
 */
export async function layTemplateVault(profile: string): Promise<string> {
  const { folder, recoveryKey } = await (template ??= makeTemplate())
  cpSync(folder, join(profile, 'data', 'kluis'), { recursive: true })
  ownByUser(profile)
  return recoveryKey
}
