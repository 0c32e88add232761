import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { REGISTER_COLUMNS } from '#shared/organisations/register-row.ts'
import { readRegisterFile, type RegisterFile } from '../../../electron/vault/register/read-register-file.ts'

const AMSTERDAM = join(import.meta.dirname, '../../fixtures/lrk/export_opendata_lrk-amsterdam.csv')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luwte-register-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

type Cells = Partial<Record<(typeof REGISTER_COLUMNS)[number], string>>

const plons: Cells = {
  lrk_id: '100178376',
  type_oko: 'KDV',
  actuele_naam_oko: 'Fantasiehuis',
  status: 'Ingeschreven',
  opvanglocatie_woonplaats: 'Schijndorp',
  naam_houder: 'Kinderopvang Fantasia',
  lrk_url: 'http://voorbeeld.invalid/1',
}
const parkside: Cells = { ...plons, lrk_id: '100248640', actuele_naam_oko: 'Verzinhuis' }

function line(cells: Cells): string {
  return REGISTER_COLUMNS.map((column) => cells[column] ?? '').join(';')
}

const header = REGISTER_COLUMNS.join(';')

function read(content: string | Uint8Array): ReturnType<typeof readRegisterFile> {
  const path = join(folder, 'register.csv')
  return writeFile(path, content).then(() => readRegisterFile(path))
}

async function readWhole(content: string | Uint8Array): Promise<RegisterFile> {
  const answer = await read(content)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

describe('the register of Amsterdam', () => {
  it('is read whole: 1,032 locations whose numbers all pass the check', async () => {
    const register = await readRegisterFile(AMSTERDAM)
    if ('refused' in register) throw new Error(register.refused)
    expect(register.rows).toHaveLength(1032)
    expect(register).toMatchObject({ skipped: 0, failingCheck: 0, missingColumns: [] })
    expect(register.rows.filter((row) => row.registered)).toHaveLength(752)
  })

  it('shows every peuterspeelzaal as KDV', async () => {
    const register = await readRegisterFile(AMSTERDAM)
    if ('refused' in register) throw new Error(register.refused)
    const count = (type: string) => register.rows.filter((row) => row.type === type).length
    expect([count('KDV'), count('BSO'), count('GOB'), count('VGO')]).toEqual([466 + 228, 326, 12, 0])
  })

  it('is read the same without BOM with LF line ends, and in Latin-1', async () => {
    const original = await readRegisterFile(AMSTERDAM)
    const text = (await readFile(AMSTERDAM, 'utf8')).replace('\uFEFF', '')
    expect(text).toMatch(/[\u0080-\u00FF]/)
    const latin1 = Buffer.from(text.replaceAll('\u201A', '\x82'), 'latin1')
    expect(await read(text.replaceAll('\r\n', '\n'))).toEqual(original)
    expect(await read(latin1)).toEqual(original)
  })

  it('tells how far it is, up to the last byte', async () => {
    const told: [number, number][] = []
    await readRegisterFile(AMSTERDAM, (done, total) => told.push([done, total]))
    const bytes = (await readFile(AMSTERDAM)).length
    expect(told.length).toBeGreaterThan(0)
    expect(told.at(-1)).toEqual([bytes, bytes])
    expect(told.every(([done], index) => index === 0 || done > (told[index - 1]?.[0] ?? 0))).toBe(true)
  })
})

describe('a register file', () => {
  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ])('with %s line ends gives the same rows', async (_name, end) => {
    const { rows } = await readWhole([header, line(plons), line(parkside), ''].join(end))
    expect(rows.map((row) => row.name)).toEqual(['Fantasiehuis', 'Verzinhuis'])
  })

  it('in Latin-1 keeps its accents and its typographic apostrophes', async () => {
    const start = Buffer.from(`${header}\n`)
    const row = Buffer.from(line({ ...plons, actuele_naam_oko: 'Caf\xE9 \x92t Verzinsel' }), 'latin1')
    const { rows } = await readWhole(Buffer.concat([start, row]))
    expect(rows[0]?.name).toBe('Café ’t Verzinsel')
  })

  it('in UTF-8 keeps accents that stand across two blocks of the file', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) =>
      line({ ...plons, lrk_id: String(100_000_000 + index), actuele_naam_oko: 'é'.repeat(1 + (index % 90)) }),
    )
    const register = await readWhole([header, ...rows].join('\n'))
    expect(register.rows).toHaveLength(3000)
    expect(register.rows.every((row) => /^é+$/.test(row.name))).toBe(true)
  })

  it.each([
    ["'s-Gravenhage", "'s-Gravenhage"],
    ['"De Boom" Noord', '"De Boom" Noord'],
    ['"De Boom', '"De Boom'],
    ['De "Boom', 'De "Boom'],
    ['De Boom"', 'De Boom"'],
    ['"De Boom; Noord"', 'De Boom; Noord'],
    ['"De ""Boom"" Noord"', 'De "Boom" Noord'],
  ])('reads the name %s and loses neither its other cells nor the next row', async (written, name) => {
    const { rows, skipped } = await readWhole(
      [header, line({ ...plons, actuele_naam_oko: written }), line(parkside)].join('\r\n'),
    )
    expect(rows.map((row) => [row.name, row.holder])).toEqual([
      [name, 'Kinderopvang Fantasia'],
      ['Verzinhuis', 'Kinderopvang Fantasia'],
    ])
    expect(skipped).toBe(0)
  })

  it('reads a row in which two cells begin with a stray quote', async () => {
    const odd = { ...plons, actuele_naam_oko: '"Fantasiehuis', naam_houder: '"Fantasia' }
    const { rows } = await readWhole([header, line(odd), line(parkside)].join('\n'))
    expect(rows.map((row) => row.holder)).toEqual(['"Fantasia', 'Kinderopvang Fantasia'])
  })

  it.each(['=1+1', '+31', '-5', '@som'])('takes %s over as text', async (name) => {
    const { rows } = await readWhole([header, line({ ...plons, actuele_naam_oko: name })].join('\n'))
    expect(rows[0]?.name).toBe(name)
  })

  it('leaves out rows without a nine-digit number, with an unknown type, without a name or with too many cells', async () => {
    const register = await readWhole(
      [
        header,
        line({ ...plons, lrk_id: '12345' }),
        line({ ...plons, type_oko: 'XYZ' }),
        line({ ...plons, actuele_naam_oko: ' ' }),
        `${line({ ...plons, actuele_naam_oko: 'Huis; Noord' })};x`,
        line(parkside),
      ].join('\n'),
    )
    expect(register.rows.map((row) => row.name)).toEqual(['Verzinhuis'])
    expect(register.skipped).toBe(4)
  })

  it('keeps a location whose number fails the check, and counts it', async () => {
    const register = await readWhole([header, line({ ...plons, lrk_id: '100178377' })].join('\n'))
    expect(register.rows[0]).toMatchObject({ lrkNumber: '100178377', passesCheck: false })
    expect(register.failingCheck).toBe(1)
  })

  it('takes a number that stands in it twice once, and the registered one', async () => {
    const gone = { ...plons, actuele_naam_oko: 'Oude naam', status: 'Uitgeschreven' }
    const register = await readWhole([header, line(gone), line(plons), line(gone)].join('\n'))
    expect(register.rows.map((row) => row.name)).toEqual(['Fantasiehuis'])
    expect(register.skipped).toBe(2)
  })

  it('may lack columns that are not required, and names them', async () => {
    const register = await readWhole(
      'naam_houder;lrk_id;actuele_naam_oko;type_oko\nKinderopvang Fantasia;100178376;Fantasiehuis;BSO',
    )
    expect(register.rows[0]).toMatchObject({ type: 'BSO', registered: true, holder: 'Kinderopvang Fantasia' })
    expect(register.missingColumns).toHaveLength(31)
    expect(register.missingColumns).toContain('opvanglocatie_adres')
  })
})

describe('a file that is refused', () => {
  it('names the required columns that it lacks', async () => {
    const lacking = REGISTER_COLUMNS.filter((column) => column !== 'type_oko' && column !== 'naam_houder')
    expect(await read(`${lacking.join(';')}\n1;2;3`)).toEqual({
      refused: 'columns-missing',
      fields: ['type_oko', 'naam_houder'],
    })
  })

  it.each([
    ['0 bytes', ''],
    ['only a BOM', '\uFEFF'],
    ['only blank lines', '\r\n\r\n'],
    ['only a header', header],
  ])('is empty with %s', async (_name, content) => {
    expect(await read(content)).toEqual({ refused: 'file-empty' })
  })

  it('is too large with more than 500 MB, before a byte of it is read', async () => {
    const path = join(folder, 'large.csv')
    const file = await open(path, 'w')
    await file.truncate(500_000_001)
    await file.close()
    let told = 0
    expect(await readRegisterFile(path, () => (told += 1))).toEqual({ refused: 'file-too-large' })
    expect(told).toBe(0)
  })

  it('is too large with more than 200,000 locations, however short their rows, and is not read to its end', async () => {
    const rows = Array.from({ length: 400_000 }, (_, index) => `KDV;a;${100_000_000 + index};b`)
    let done = 0
    const path = join(folder, 'register.csv')
    await writeFile(path, ['type_oko;actuele_naam_oko;lrk_id;naam_houder', ...rows].join('\n'))
    const answer = await readRegisterFile(path, (bytes, total) => (done = bytes / total))
    expect(answer).toEqual({ refused: 'file-too-large' })
    expect(done).toBeLessThan(0.6)
  })

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', 'latin1')],
    ['bytes without any line', Buffer.alloc(3_000_000, 0x87)],
    ['bytes of every kind', Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 37) % 256))],
    ['a spreadsheet of something else', Buffer.from('naam;bedrag\nFantasia;12')],
    ['UTF-16 text', Buffer.from(`\uFEFF${header}\n${line(plons)}`, 'utf16le')],
  ])('is not the register when it is %s', async (_name, content) => {
    expect(await read(content)).toEqual({ refused: 'file-not-the-register' })
  })

  it('cannot be read when it is a folder or is gone', async () => {
    expect(await readRegisterFile(folder)).toEqual({ refused: 'file-unreadable' })
    expect(await readRegisterFile(join(folder, 'nothing.csv'))).toEqual({ refused: 'file-unreadable' })
  })

  it('does not fill the memory with a row that never ends', async () => {
    const register = await readWhole(`${header}\n${line(plons)}\n${'x'.repeat(5_000_000)}\n${line(parkside)}`)
    expect(register.rows).toHaveLength(2)
    expect(register.skipped).toBe(1)
  })
})
