import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { drillBackup } from '../../../electron/vault/store/backup/drill-backup.ts'
import { copyOf, fill, look, newFolder, newVault, noKdf, put, type Sample } from '../store-fixture.ts'
import { backedUp, backUp, made, orderOf } from '../backup/backup-fixture.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const program = join(import.meta.dirname, 'back-up-until-killed.ts')

/** Starts the program, kills it outright a while after its first answer, and tells what it had answered. */
async function untilKilled(patience: number, ...asked: string[]): Promise<string[]> {
  const worker = spawn(process.execPath, ['--import', 'tsx', program, ...asked], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let wrong = ''
  worker.stderr.on('data', (piece: Buffer) => (wrong += piece.toString()))
  worker.stdout.on('data', (piece: Buffer) => {
    if (said === '') setTimeout(() => worker.kill('SIGKILL'), patience)
    said += piece.toString()
  })
  await once(worker, 'close')
  expect(wrong).toBe('')
  return [...said.matchAll(/made (\S+)\n/g)].map(([, name]) => name ?? '')
}

describe('fault 12: SIGKILL in save, snapshot, passphrase change, rotation, destruction, backup, restore', () => {
  let sample: Sample
  let content: Record<string, unknown>
  beforeAll(async () => {
    sample = await newVault()
    content = await fill(sample, [put('a', 'x'.repeat(1_300_000)), put('b', 2)])
  })

  test('killed at any moment of a backup, five times over, every file that bears a backup’s name is whole', async () => {
    const target = await newFolder()
    const vault = await copyOf(sample)
    const { folder, recoveryKey } = vault
    for (let round = 0; round < 5; round += 1) {
      const answered = await untilKilled(Math.random() * 300, 'back-up', folder, recoveryKey, target)
      expect(answered.length).toBeGreaterThan(0)
      const names = await readdir(target)
      expect(names).toContain(answered.at(-1))
      for (const name of names.filter((one) => /^luwte-.*\.luwte$/.test(one))) {
        expect(await drillBackup(join(target, name), { recoveryKey }, noKdf), name).toHaveProperty('records')
      }
      const { backup, destroyed } = await backUp(await orderOf(vault), target)
      expect(destroyed).toMatchObject({ was: 'whole' })
      const { fileName, head } = made(backup)
      expect(await drillBackup(join(target, fileName), { recoveryKey }, noKdf)).toMatchObject({ head })
      expect((await readdir(target)).filter((name) => /^luwte-.*\.tmp$/.test(name))).toEqual([])
    }
  })

  test('killed at any moment of a restore, five times over, a folder holds a whole vault or does not exist', async () => {
    const { path } = await backedUp(sample)
    for (let round = 0; round < 5; round += 1) {
      const around = await newFolder()
      const answered = await untilKilled(Math.random() * 300, 'restore', path, sample.recoveryKey, around)
      const folders = (await readdir(around)).filter((name) => !name.endsWith('.restoring'))
      for (const name of answered) expect(folders).toContain(name)
      for (const name of folders.slice(-3)) {
        const folder = join(around, name)
        expect(await look({ folder, recoveryKey: sample.recoveryKey })).toEqual({ content, findings: [] })
      }
      await rm(around, { recursive: true })
    }
  })
})
