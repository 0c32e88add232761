import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  abandonDocuments,
  documentsWritten,
  removeLeftBehind,
  writeDocument,
} from '../../electron/main/write-document.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luwte-write-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = new TextEncoder().encode('inhoud')

describe('fault 24: export names ../../x, CON, 300 characters, symlinks, existing files', () => {
  it('writes the whole document under its name, readable by its owner alone', async () => {
    const path = join(folder, 'brief.pdf')
    expect(await writeDocument(path, bytes)).toBe('written')
    expect(readFileSync(path, 'utf8')).toBe('inhoud')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['brief.pdf'])
  })

  it('replaces an older document in one step', async () => {
    const path = join(folder, 'brief.pdf')
    writeFileSync(path, 'een veel langere oudere inhoud')
    expect(await writeDocument(path, bytes)).toBe('written')
    expect(readFileSync(path, 'utf8')).toBe('inhoud')
  })

  it('replaces a link with the document and leaves alone what the link pointed at', async () => {
    const target = join(folder, 'elders.txt')
    writeFileSync(target, 'van iemand anders')
    symlinkSync(target, join(folder, 'brief.pdf'))
    expect(await writeDocument(join(folder, 'brief.pdf'), bytes)).toBe('written')
    expect(readFileSync(target, 'utf8')).toBe('van iemand anders')
  })

  it('leaves nothing behind where a folder has that name or the folder is gone', async () => {
    mkdirSync(join(folder, 'brief.pdf', 'vol'), { recursive: true })
    expect(await writeDocument(join(folder, 'brief.pdf'), bytes)).toBe('not-written')
    expect(readdirSync(folder)).toEqual(['brief.pdf'])
    expect(await writeDocument(join(folder, 'weg', 'brief.pdf'), bytes)).toBe('not-written')
  })

  it('says that the disk is full, keeps the older document and leaves nothing else behind', () => {
    const path = join(folder, 'brief.pdf')
    writeFileSync(path, 'ouder')
    const script = join(folder, 'write.ts')
    const module = resolve(import.meta.dirname, '../../electron/main/write-document.ts')
    writeFileSync(
      script,
      `import { writeDocument } from ${JSON.stringify(module)}
    void writeDocument(${JSON.stringify(path)}, new Uint8Array(100_000)).then((said) => process.stdout.write(said))`,
    )
    const tsx = resolve(import.meta.dirname, '../../node_modules/tsx/dist/cli.mjs')
    const limited = `ulimit -f 20; exec "$0" "$@"`
    const said = execFileSync('bash', ['-c', limited, process.execPath, tsx, script], {
      encoding: 'utf8',
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    })
    expect(said).toBe('disk-full')
    expect(readFileSync(path, 'utf8')).toBe('ouder')
    expect(readdirSync(folder).sort()).toEqual(['brief.pdf', 'write.ts'])
  })
})

const hidden = () => readdirSync(folder).filter((name) => name.startsWith('.luwte-'))
const large = () => new Uint8Array(64 * 1024 * 1024).fill(65)
/** Waits until a document is half-way. */
const begun = async (): Promise<void> => {
  while (hidden().length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
}

describe('a document that was not saved to its end', () => {
  it('is not left in hiding when its process is killed: the next document saved there sees to that', async () => {
    const script = join(folder, 'write.ts')
    const module = resolve(import.meta.dirname, '../../electron/main/write-document.ts')
    writeFileSync(
      script,
      `import { writeDocument } from ${JSON.stringify(module)}
    void writeDocument(${JSON.stringify(join(folder, 'verslag.pdf'))}, new Uint8Array(2 ** 30).fill(65))`,
    )
    const writer = spawn(process.execPath, ['--import', 'tsx', script], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    })
    await begun()
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    expect(hidden()).toHaveLength(1)
    expect(await writeDocument(join(folder, 'brief.pdf'), bytes)).toBe('written')
    expect(readdirSync(folder).sort()).toEqual(['brief.pdf', 'write.ts'])
  })

  it('is waited for when Luwte locks', async () => {
    const saved = writeDocument(join(folder, 'verslag.pdf'), large())
    await begun()
    await documentsWritten()
    expect(readdirSync(folder)).toEqual(['verslag.pdf'])
    expect(await saved).toBe('written')
  })

  it('is gone when Luwte locks and can wait no longer', async () => {
    const saved = writeDocument(join(folder, 'verslag.pdf'), large())
    await begun()
    abandonDocuments()
    expect(readdirSync(folder)).toEqual([])
    expect(await saved).toBe('not-written')
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not taken for what was left behind while it is being saved, nor is a file of hers', async () => {
    writeFileSync(join(folder, '.luwte-notities.tmp'), 'van haarzelf')
    const saved = writeDocument(join(folder, 'verslag.pdf'), large())
    await begun()
    await removeLeftBehind(folder)
    expect(await saved).toBe('written')
    expect(readdirSync(folder).sort()).toEqual(['.luwte-notities.tmp', 'verslag.pdf'])
  })
})
