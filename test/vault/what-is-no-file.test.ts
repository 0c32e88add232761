import { execFileSync } from 'node:child_process'
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { readBeginning } from '../../electron/vault/store/backup/read-backup-file.ts'
import type { Disk } from '../../electron/vault/store/disk.ts'
import { nodeDisk } from '../../electron/vault/store/node-disk.ts'
import { prepareVault, vaultExists } from '../../electron/vault/store/store.ts'
import { vaultNames } from '../../electron/vault/vault-folders.ts'
import { quickKdf } from './quick-kdf.ts'
import {
  at,
  contentOf,
  copyOf,
  fill,
  look,
  newFolder,
  newVault,
  opened,
  openSample,
  params,
  passphrase,
  put,
  type Sample,
} from './store-fixture.ts'

vi.setConfig({ testTimeout: 20_000, hookTimeout: 60_000 })

let sample: Sample
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', 'van vroeger')])
})

type Plant = (path: string) => Promise<void>
const pipe: Plant = (path) => Promise.resolve(void execFileSync('bash', ['-c', 'mkfifo "$0"', path]))
const folder: Plant = async (path) => {
  await mkdir(path)
  await writeFile(join(path, 'brief.txt'), 'van haarzelf')
}
const loop: Plant = (path) => symlink(basename(path), path)
const kinds: [string, Plant][] = [
  ['a pipe', pipe],
  ['a folder', folder],
  ['a link to itself', loop],
]
const names = ['snapshot-0000000007', 'journal-0000000007', 'snapshot-0000000003', 'journal-0000000003']
const everywhere = kinds.flatMap(([kind, plant]) => names.map((name) => [kind, name, plant] as const))

describe('where a file of the vault should be there is something that is no file', () => {
  test.each(everywhere)(
    '%s named %s is named at the opening and out of the way after it',
    async (_kind, name, plant) => {
      const vault = await copyOf(sample)
      const { content } = await look(vault)
      await plant(join(vault.folder, name))
      const found = await look(vault)
      expect(found).toEqual({ content, findings: [`damaged ${name}`] })
      const saved = await fill(vault, [put('b', 1)])
      expect(await look(vault)).toEqual({ content: saved, findings: [] })
    },
  )

  test.each(kinds)(
    '%s in the place of a header or of the newest snapshot costs nothing',
    async (_kind, plant) => {
      for (const name of ['header-a', 'snapshot-0000000002']) {
        const vault = await copyOf(sample)
        const { content } = await look(vault)
        await rm(join(vault.folder, name))
        await plant(join(vault.folder, name))
        expect(await look(vault)).toEqual({ content, findings: [`damaged ${name}`] })
        const saved = await fill(vault, [put('b', 1)])
        expect(await look(vault)).toEqual({ content: saved, findings: [] })
      }
    },
  )

  test.each(kinds)(
    '%s in the place of a temporary file stops neither opening, saving nor a new epoch',
    async (_kind, plant) => {
      const vault = await copyOf(sample)
      const inTheWay = [
        'header-a.tmp',
        'header-b.tmp',
        'snapshot-0000000003.tmp',
        'journal-0000000003.tmp',
        'lock.json',
      ]
      for (const name of inTheWay) await plant(join(vault.folder, name))
      const store = opened(await openSample(vault))
      await store.commit([put('b', 1)], at)
      await store.destroyScopes(['case:a'], at)
      await store.snapshot()
      const content = contentOf(store)
      expect(content).not.toHaveProperty('a')
      await store.close()
      expect(await look(vault)).toEqual({ content, findings: [] })
      expect((await readdir(vault.folder)).filter((name) => /tmp|lock/.test(name))).toEqual([])
    },
  )

  test('a folder that was in the way is moved aside with all that is in it', async () => {
    const vault = await copyOf(sample)
    await folder(join(vault.folder, 'snapshot-0000000007'))
    await look(vault)
    const aside = join(vault.folder, 'aside')
    const moved = (await readdir(aside, { withFileTypes: true })).filter((one) => one.isDirectory())
    expect(moved).toHaveLength(1)
    expect(await readdir(join(aside, moved[0]?.name ?? ''))).toEqual(['brief.txt'])
    const store = opened(await openSample(vault))
    await store.rotate(at)
    await store.close()
    expect(await readdir(join(aside, moved[0]?.name ?? ''))).toEqual(['brief.txt'])
  })

  test('a link in the place of the copies kept aside leads nobody into another folder', async () => {
    const vault = await copyOf(sample)
    const documents = await newFolder()
    await writeFile(join(documents, 'brief.txt'), 'van haarzelf')
    await symlink(documents, join(vault.folder, 'aside'))
    await writeFile(join(vault.folder, 'header-b'), 'kapot')
    expect((await look(vault)).findings).toEqual(['damaged header-b'])
    expect(await readdir(documents)).toEqual(['brief.txt'])
    await rm(join(vault.folder, 'aside'), { recursive: true })
    await symlink(documents, join(vault.folder, 'aside'))
    const store = opened(await openSample(vault))
    await store.rotate(at)
    await store.close()
    expect(await readdir(documents)).toEqual(['brief.txt'])
  })

  test('what lies among the copies kept aside and is no copy stays there', async () => {
    const vault = await copyOf(sample)
    await writeFile(join(vault.folder, 'header-b'), 'kapot')
    await look(vault)
    await writeFile(join(vault.folder, 'aside', 'brief.txt'), 'van haarzelf')
    const store = opened(await openSample(vault))
    await store.rotate(at)
    await store.close()
    expect(await readdir(join(vault.folder, 'aside'))).toEqual(['brief.txt'])
  })

  test('a file that cannot be read now is named, and nothing is given up for it', async () => {
    const vault = await copyOf(sample)
    const before = await readdir(vault.folder)
    for (const name of ['journal-0000000002', 'snapshot-0000000002', 'header-a']) {
      const held: Disk = {
        ...nodeDisk,
        read: (path, most) =>
          basename(path) === name
            ? Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }))
            : nodeDisk.read(path, most),
      }
      expect(await openSample(vault, held)).toMatchObject({ refused: 'damaged', fields: [name] })
      expect(await readdir(vault.folder)).toEqual(before)
    }
  })

  test.each(kinds)('%s beside the vault, with the name of one, is no vault', async (_kind, plant) => {
    const around = await newFolder()
    await cp(sample.folder, join(around, 'kluis'), { recursive: true })
    await writeFile(join(around, 'kluis-2'), 'een bestand')
    await plant(join(around, 'kluis-3'))
    expect(await vaultNames(join(around, 'kluis'))).toEqual(['kluis'])
  })

  test.each(kinds)('%s that is called a backup is none, and nobody waits for it', async (_kind, plant) => {
    const path = join(await newFolder(), 'luwte-back-up')
    await plant(path)
    expect(await readBeginning(path)).toHaveProperty('refused')
  })
})

describe('what is left of a vault', () => {
  test('is never taken for room for a new one, however little it is', async () => {
    const vault = await copyOf(sample)
    const store = opened(await openSample(vault))
    await store.snapshot()
    await store.snapshot()
    await store.close()
    for (const name of await readdir(vault.folder))
      if (/^(header|snapshot)/.test(name)) await rm(join(vault.folder, name))
    const left = await readdir(vault.folder)
    expect(left.every((name) => name.startsWith('journal-'))).toBe(true)
    expect(await vaultExists(vault.folder)).toBe(true)
    const prepared = await prepareVault({ passphrase, kdf: quickKdf, params })
    prepared.confirm(prepared.recoveryKeyText)
    expect(await prepared.write(vault.folder)).toEqual({ refused: 'vault-exists' })
    expect(await openSample(vault)).toMatchObject({ refused: 'damaged' })
    expect(await readdir(vault.folder)).toEqual(left)
  })

  test('nor is a folder in which only copies of damaged files lie', async () => {
    const left = await newFolder()
    await mkdir(join(left, 'aside'))
    await writeFile(join(left, 'aside', 'snapshot-0000000001-00'), 'x')
    expect(await vaultExists(left)).toBe(true)
  })
})
