import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SettledReport } from '#shared/reports/annual-report.ts'
import { HostCommands } from '#shared/contracts/host.ts'
import { vaultCommands } from '#shared/contracts/vault.ts'
import { type OrganisationDetails } from '#shared/organisations/organisation.ts'
import { REGISTER_COLUMNS } from '#shared/organisations/register-row.ts'
import { readRegisterFile } from '../../electron/vault/register/read-register-file.ts'
import { openVault } from '../../electron/vault/store/store.ts'
import { bytesOf } from '../documents/make.ts'
import { sampleReport } from '../documents/sample-report.ts'
import { addBackupPlace } from '../support/backup-place.ts'
import { driveCaseload, tokenFor } from '../support/caseload-driver.ts'
import { newCaseload, type NewCaseload, organisationDetails } from '../support/new-caseload.ts'
import { root } from '../support/run-program.ts'
import { noKdf } from '../vault/store-fixture.ts'

const MILLION = 1_000_000
const POLLUTING = '{"__proto__":{"fell":1},"constructor":{"prototype":{"fell":1}}}'

/** Files that mean harm, whatever they call themselves; what is large is large in length alone. */
const HOSTILE: readonly (readonly [name: string, content: () => string | Buffer | Promise<Buffer>])[] = [
  ['JSON with __proto__', () => POLLUTING],
  ['JSON of a million arrays in one another', () => '['.repeat(MILLION) + ']'.repeat(MILLION)],
  ['JSON of a million objects in one another', () => '{"a":'.repeat(MILLION) + '1' + '}'.repeat(MILLION)],
  ['JSON with the same key many times', () => `{${'"pid":1,'.repeat(10_000)}"pid":2}`],
  ['a ZIP file (a spreadsheet)', async () => Buffer.from(await spreadsheet())],
  ['a ZIP file with names that lead out of their folder', () => zipOfOneName('../../../../etc/passwd')],
  ['100 MB packed into 100 kB', () => gzipSync(Buffer.alloc(100 * MILLION))],
]

function spreadsheet(): Promise<Uint8Array> {
  return bytesOf({ kind: 'report-xlsx', report: SettledReport.parse(sampleReport()) })
}

/** The local header of one file of no bytes (APPNOTE.TXT 4.3.7), which is where a careless reader begins. */
function zipOfOneName(name: string): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name)])
}

/** A file of so many bytes that takes no room. */
async function largeFile(path: string, bytes: number): Promise<void> {
  await writeFile(path, '')
  await truncate(path, bytes)
}

/** Says how many bytes of memory the process took meanwhile. */
async function memoryTaken(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss
  await work()
  return process.memoryUsage().rss - before
}

describe('fault 22: JSON with __proto__, depth of a million, duplicate keys, 2 GB; zip bombs, ../ names', () => {
  let vault: NewCaseload
  beforeAll(async () => {
    vault = await newCaseload()
  })
  afterAll(() => vault.discard())
  afterEach(() => {
    expect(Reflect.get({}, 'fell')).toBeUndefined()
  })

  it.each(HOSTILE)('takes %s for no register, and for no backup', async (_name, content) => {
    const path = join(vault.folder, 'kwaad')
    await writeFile(path, await content())
    expect(await readRegisterFile(path)).toEqual({ refused: 'file-not-the-register' })
    const before = await readdir(vault.folder)
    const token = tokenFor(vault, path)
    expect(await vault.ask('vault.restore', { token, secret: { recoveryKey: vault.recoveryKey } })).toEqual({
      refused: 'not-a-backup',
    })
    expect(await readdir(vault.folder)).toEqual(before)
  })

  it('looks at a file of 2 GB or more before reading it, as a register, a backup or the list beside one', async () => {
    const { path: stick } = await addBackupPlace(vault, 'stick')
    await vault.must('backup.run', {})
    const [backup = ''] = (await readdir(stick)).filter((name) => name.startsWith('luwte-'))
    for (const bytes of [2_000_000_000, 3_000_000_000]) {
      const path = join(vault.folder, 'groot')
      await largeFile(path, bytes)
      await largeFile(join(stick, 'destroyed.luwte'), bytes)
      const secret = { recoveryKey: vault.recoveryKey }
      const taken = await memoryTaken(async () => {
        expect(await readRegisterFile(path)).toEqual({ refused: 'file-too-large' })
        expect(await vault.ask('vault.restore', { token: tokenFor(vault, path), secret })).toEqual({
          refused: 'not-a-backup',
        })
        const restored = await vault.must('vault.restore', {
          token: tokenFor(vault, join(stick, backup)),
          secret,
        })
        expect(restored.destroyedList).toBe('unreadable')
      })
      expect(taken).toBeLessThan(1_000_000_000)
    }
  })

  it('reads columns that are named as parts of every object as columns, and names of places as text', async () => {
    const columns = ['__proto__', 'constructor', 'toString', ...REGISTER_COLUMNS]
    const cells = new Map([
      ['lrk_id', '100178376'],
      ['type_oko', 'KDV'],
      ['actuele_naam_oko', '../../x'],
      ['naam_houder', '__proto__'],
    ])
    const row = columns.map((column) => cells.get(column) ?? (column.endsWith('o__') ? 'fell' : ''))
    const path = join(vault.folder, 'register.csv')
    await writeFile(path, `${columns.join(';')}\n${row.join(';')}\n`)
    const register = await readRegisterFile(path)
    if ('refused' in register) throw new Error(register.refused)
    expect(register.rows).toMatchObject([{ name: '../../x', holder: '__proto__' }])
  })

  it.each([
    ['__proto__', () => '{"__proto__":{"machine":"x","boot":"x","pid":1,"started":"","token":"x"}}'],
    ['a depth of a million', () => '{"pid":'.repeat(MILLION) + '1' + '}'.repeat(MILLION)],
    ['every key twice', () => '{"machine":"x","pid":1,"machine":{},"pid":[]}'],
    ['no end', () => '{"machine":"'],
  ])('takes a lock with %s for one that nobody holds, and opens', async (_name, content) => {
    await vault.close()
    await writeFile(join(vault.folder, 'kluis', 'lock.json'), content())
    vault = await vault.reopen()
    await vault.must('organisation.save', { id: null, details: organisationDetails() })
  })

  it('opens beside a lock, a header or a journal of gigabytes, which it names and does not read', async () => {
    await vault.close()
    const folder = join(vault.folder, 'kluis')
    const { recoveryKey } = vault
    await largeFile(join(folder, 'lock.json'), 2_000_000_000)
    await largeFile(join(folder, 'header-a'), 3_000_000_000)
    await largeFile(join(folder, 'journal-0000000099'), 3_000_000_000)
    const findings: unknown[] = []
    const taken = await memoryTaken(async () => {
      const driver = driveCaseload(folder)
      expect(await driver.must('vault.status', {})).toMatchObject({ stage: 'locked' })
      await driver.close()
      const store = await openVault(folder, { recoveryKey }, { kdf: noKdf })
      if ('refused' in store) throw new Error(store.refused)
      findings.push(...store.findings)
      await store.close()
    })
    expect(findings).toEqual([
      { finding: 'damaged', part: 'header-a' },
      { finding: 'damaged', part: 'journal-0000000099' },
    ])
    expect(taken).toBeLessThan(1_000_000_000)
    vault = await vault.reopen()
  })

  it('lets no __proto__ and no depth through to any command, of the vault or of the program around the page', () => {
    let deep: unknown = 1
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep]
    const polluting = JSON.parse(POLLUTING) as object
    const taken = Object.entries({ ...vaultCommands, ...HostCommands }).filter(([, { input }]) =>
      [polluting, deep, { ...polluting, deep }].some((value) => input.safeParse(value).success),
    )
    expect(taken.map(([command]) => command)).toEqual([])
  })

  it('keeps a text with __proto__ in it, and an object that has it as a key goes nowhere', async () => {
    const { id } = await vault.must('organisation.save', {
      id: null,
      details: organisationDetails({ name: POLLUTING }),
    })
    const address = JSON.parse('{"__proto__":{"fell":1}}') as OrganisationDetails['address']
    const details = organisationDetails({ address })
    expect(await vault.ask('organisation.save', { id, details })).toMatchObject({ refused: 'invalid-input' })
  })

  it('takes no name of a vault or a file for a way to another folder', async () => {
    const { recoveryKey } = vault
    for (const name of ['../kluis', 'kluis/../kluis', '/etc', '..', 'kluis-2/..'])
      expect(await vault.ask('vault.unlock', { recoveryKey, vault: name })).toMatchObject({
        refused: 'invalid-input',
      })
    for (const token of ['../../etc/passwd', '/etc/passwd', '__proto__', 'constructor']) {
      expect(await vault.ask('register.open', { token })).toMatchObject({ refused: 'not-found' })
      expect(await vault.ask('vault.restore', { token, secret: { recoveryKey } })).toMatchObject({
        refused: 'not-found',
      })
      expect(await vault.ask('backup.addTarget', { token })).toMatchObject({ refused: 'not-found' })
    }
  })

  it('unpacks nothing but the spreadsheet that it has just made, and lets her choose no other file than she may', async () => {
    const folders = ['electron/main', 'electron/preload', 'electron/vault', 'renderer', 'shared']
    const sources = await Promise.all(
      folders.map(async (folder) => {
        const names = await readdir(join(root, folder), { recursive: true })
        const wanted = names.filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name))
        return Promise.all(
          wanted.map(async (name) => ({ name, text: await readFile(join(root, name), 'utf8') })),
        )
      }),
    )
    const unpacking =
      /zlib|fflate|jszip|pako|yauzl|unzip|inflate\(|inflateRaw|DecompressionStream|read-excel-file/i
    const named = (wanted: RegExp) =>
      sources.flat().flatMap(({ name, text }) => (wanted.test(text) ? [name] : []))
    expect(named(unpacking)).toEqual(['renderer/documents/read-back/unpack.ts'])
    expect(named(/import .*read-back\/own-spreadsheet/)).toEqual(['renderer/documents/client.ts'])
    const all = sources
      .flat()
      .map(({ text }) => text)
      .join('\n')
    const purposes = [...all.matchAll(/chooseFile\(\{ purpose: '([a-z]+)' \}\)/g)].map(
      ([, purpose]) => purpose,
    )
    expect(new Set(purposes)).toEqual(new Set(['register', 'backup', 'handover', 'report']))
    expect([...all.matchAll(/host\.chooseFile\(/g)]).toHaveLength(purposes.length)
  })
})
