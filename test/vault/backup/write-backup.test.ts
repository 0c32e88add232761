import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { beforeAll, expect, test, vi } from 'vitest'
import { backUpToTargets, type BackupOrder } from '../../../electron/vault/store/backup/back-up-to-targets.ts'
import { drillBackup } from '../../../electron/vault/store/backup/drill-backup.ts'
import { type Prove, proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import { nodeDisk } from '../../../electron/vault/store/node-disk.ts'
import { at, copyOf, fill, newFolder, newVault, noKdf, put, type Sample } from '../store-fixture.ts'
import { backUp, made, means, orderOf, today } from './backup-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let sample: Sample
let order: BackupOrder
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', { text: 'een' }), put('b', 2)])
  order = await orderOf(sample)
})

const drill = (folder: string, name: string) =>
  drillBackup(join(folder, name), { recoveryKey: sample.recoveryKey }, noKdf)

/** Every file that bears a backup's name opens; answers how many there are. */
async function allOpen(folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => /^luwte-.*\.luwte$/.test(name))
  for (const name of names) expect(await drill(folder, name)).toHaveProperty('records')
  return names.length
}

const inProcess: Prove = async (...asked) => {
  const program = join(import.meta.dirname, 'prove-in-process.ts')
  const argument = serialize(asked).toString('base64')
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, argument])
  return deserialize(Buffer.from(stdout, 'base64')) as ReturnType<Prove>
}

test('a backup is proven by a fresh process that holds the backup key alone, and only then gets its name', async () => {
  const target = await newFolder()
  const seen: string[][] = []
  const prove: Prove = async (path, ...rest) => {
    seen.push(await readdir(target))
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    return inProcess(path, ...rest)
  }
  const facts = made((await backUp(order, target, { prove })).backup)
  expect(seen).toEqual([['destroyed.luwte', `${facts.fileName}.tmp`]])
  expect(facts).toMatchObject({ target, stateNumber: 1, provenAt: at })
  expect(facts.bytes).toBe((await stat(join(target, facts.fileName))).size)
  expect((await readdir(target)).sort()).toEqual(['destroyed.luwte', facts.fileName])
})

test('a backup that reads back otherwise than it was written is taken away and named', async () => {
  const target = await newFolder()
  const prove: Prove = async (path, ...rest) => {
    const bytes = await readFile(path)
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
    await writeFile(path, bytes)
    return proveBackup(path, ...rest)
  }
  expect((await backUp(order, target, { prove })).backup).toEqual({
    refused: 'not-proven',
    because: { refused: 'damaged', fields: ['content'] },
  })
  expect(await readdir(target)).toEqual(['destroyed.luwte'])
  const broken: Prove = () => Promise.reject(new Error('the process ended early'))
  expect((await backUp(order, target, { prove: broken })).backup).toEqual({
    refused: 'not-proven',
    because: 'proof-ended',
  })
  expect(await readdir(target)).toEqual(['destroyed.luwte'])
})

test('a disk that fails at any step of writing leaves nothing under a final name that is not whole', async () => {
  const target = await newFolder()
  for (const step of ['create', 'rename', 'syncFolder'] as const) {
    for (const [code, refused] of [
      ['ENOSPC', 'disk-full'],
      ['EROFS', 'no-permission'],
      ['EACCES', 'no-permission'],
      ['ENODEV', 'target-missing'],
      ['EIO', 'write-failed'],
    ]) {
      const fails = () => Promise.reject(Object.assign(new Error('the disk failed'), { code }))
      const disk = { ...nodeDisk, [step]: fails }
      const outcome = await backUp(order, target, { disk })
      expect(outcome.backup).toEqual({ refused })
      await allOpen(target)
    }
  }
  expect((await readdir(target)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('a stick that is not there is refused, and so is an empty folder where backups were made before', async () => {
  const gone = join(await newFolder(), 'stick')
  const outcome = await backUp(order, gone)
  expect(outcome).toMatchObject({
    backup: { refused: 'target-missing' },
    destroyed: { refused: 'target-missing' },
  })
  await mkdir(gone)
  const line = {
    fileName: 'luwte-00000000-1-2026-11-19.luwte',
    stateNumber: 1,
    date: '2026-11-19',
    proven: true,
  }
  const [mounted] = await backUpToTargets(order, [{ folder: gone, ledger: [line] }], means)
  expect(mounted?.backup).toEqual({ refused: 'target-missing' })
  expect(await readdir(gone)).toEqual([])
})

test('a share that knows no fsync of a folder gets its backup all the same', async () => {
  const target = await newFolder()
  const syncFolder = () => Promise.reject(Object.assign(new Error('not here'), { code: 'EINVAL' }))
  const outcome = await backUp(order, target, { disk: { ...nodeDisk, syncFolder } })
  expect(outcome).toMatchObject({ backup: { stateNumber: 1 }, destroyed: { was: 'missing' } })
  expect((await readdir(target)).length).toBe(2)
})

test('one target that fails keeps no other from its backup', async () => {
  const [stick, share] = [await newFolder(), await newFolder()]
  const missing = join(stick, 'weg')
  const targets = [missing, stick, share].map((folder) => ({ folder, ledger: [] }))
  const outcomes = await backUpToTargets(order, targets, means)
  expect(outcomes.map(({ backup }) => 'refused' in backup)).toEqual([true, false, false])
  expect([await allOpen(stick), await allOpen(share)]).toEqual([1, 1])
})

test('what an earlier try left unfinished is tidied away, and foreign files are not', async () => {
  const target = await newFolder()
  const { fileName } = made((await backUp(order, target)).backup)
  await rm(join(target, fileName))
  const others = ['foto.tmp', 'luwte-ffffffff-1-2026-11-20.luwte.tmp', 'luwte-ffffffff-1-2026-11-20.luwte']
  for (const name of [...others, `${fileName}.tmp`, fileName.replace('-1-', '-0-') + '.tmp'])
    await writeFile(join(target, name), 'half')
  made((await backUp(order, target)).backup)
  expect((await readdir(target)).sort()).toEqual(['destroyed.luwte', fileName, ...others].sort())
})

test('a backup is never written over a different one, nor through a link to elsewhere', async () => {
  const target = await newFolder()
  const fork = await newVault()
  const theirs = made((await backUp(await orderOf(fork), target)).backup)
  const { fileName } = made((await backUp(order, target)).backup)
  const foreign = await readFile(join(target, theirs.fileName))
  await writeFile(join(target, fileName), foreign)
  expect((await backUp(order, target)).backup).toEqual({ refused: 'name-taken' })
  expect(await readFile(join(target, fileName))).toEqual(foreign)
  await rm(join(target, fileName))
  const elsewhere = join(await newFolder(), 'elders')
  await writeFile(elsewhere, 'blijft')
  await symlink(elsewhere, join(target, `${fileName}.tmp`))
  made((await backUp(order, target)).backup)
  expect(await readFile(elsewhere, 'utf8')).toBe('blijft')
})

test('of two copies of a vault that went on separately neither takes the place of the other’s backup', async () => {
  const target = await newFolder()
  const [one, other] = [await copyOf(sample), await copyOf(sample)]
  await fill(one, [put('c', 1)])
  await fill(other, [put('c', 2)])
  const { fileName, head } = made((await backUp(await orderOf(one), target)).backup)
  expect((await backUp(await orderOf(other), target)).backup).toEqual({ refused: 'name-taken' })
  expect(await drill(target, fileName)).toMatchObject({ head })
})

test('a broken backup of today is replaced by a good one', async () => {
  const target = await newFolder()
  const { fileName } = made((await backUp(order, target)).backup)
  await writeFile(join(target, fileName), (await readFile(join(target, fileName))).subarray(0, 900))
  made((await backUp(order, target)).backup)
  expect(await allOpen(target)).toBe(1)
})

test('older backups go once the new one is proven, and never when it is not', async () => {
  const target = await newFolder()
  const vault = await copyOf(sample)
  const ledger: { fileName: string; stateNumber: number; date: string; proven: boolean }[] = []
  for (let day = 1; day <= 9; day += 1) {
    await fill(vault, [put('dag', day)])
    const date = `2026-11-${String(day + 8).padStart(2, '0')}`
    const facts = made((await backUp(await orderOf(vault), target, { today: date })).backup)
    ledger.push({ fileName: facts.fileName, stateNumber: facts.stateNumber, date, proven: true })
  }
  await fill(vault, [put('dag', 10)])
  const next = await orderOf(vault)
  const failing: Prove = () => Promise.resolve({ refused: 'damaged', fields: ['content'] })
  const [failed] = await backUpToTargets(next, [{ folder: target, ledger }], { ...means, prove: failing })
  expect(failed?.pruned).toEqual([])
  const [outcome] = await backUpToTargets(next, [{ folder: target, ledger }], { ...means, today })
  expect(outcome?.pruned).toEqual([ledger[2], ledger[1], ledger[0]].map((line) => line?.fileName))
  expect(await allOpen(target)).toBe(7)
})
