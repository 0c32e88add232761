import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addBackupPlace } from '../support/backup-place.ts'
import { caseDetails, newCaseload, organisationDetails } from '../support/new-caseload.ts'
import { backupsIn } from '../support/told-in-backups.ts'
import { wholeSize } from '../../electron/vault/store/crypto/v1/padding.ts'
import { quickKdf } from './quick-kdf.ts'

test('two looks at a backup, before and after a case was taken out of it, do not show how many notes the case had', async () => {
  let vault = await newCaseload('2026-03-02', { kdf: quickKdf })
  const { path } = await addBackupPlace(vault, 'stick')
  const organisation = await vault.must('organisation.save', { id: null, details: organisationDetails() })
  const start = () =>
    vault.must('case.start', { details: caseDetails(organisation.id), note: 'Kort.', minutes: 5 })
  for (let time = 0; time < 12; time += 1) await start()
  const { id } = await start()
  const entry = { kind: 'contact', on: '2026-02-04', channel: 'phone', minutes: 5, note: 'Kort.' } as const
  for (let time = 0; time < 3; time += 1)
    await vault.must('entry.save', { caseId: id, id: null, details: entry })
  await vault.must('backup.run', {})
  const [early = ''] = await backupsIn(path)
  const contentLength = async () => (await readFile(join(path, early))).readBigUInt64LE(48)
  const before = await contentLength()
  vault = await vault.reopen('2026-03-09')
  await vault.must('case.destroy', { id, reason: 'on-request', secret: { recoveryKey: vault.recoveryKey } })
  expect(await contentLength()).toBe(before)
  await vault.discard()
})

test('a whole snapshot has few sizes, and none much larger than what is in it', () => {
  const sizes = new Set<number>()
  for (let length = 20_000; length < 40_000_000; length = Math.ceil(length * 1.003)) {
    const size = wholeSize(length)
    sizes.add(size)
    expect(size).toBeGreaterThanOrEqual(length)
    expect(size).toBeLessThan(length * 1.5)
    if (length > 4_194_304) expect(size).toBeLessThan(length * 1.0626)
  }
  expect(sizes.size).toBeLessThan(90)
})
