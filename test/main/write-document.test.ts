import { execFileSync } from 'node:child_process'
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
import { writeDocument } from '../../electron/main/write-document.ts'

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
