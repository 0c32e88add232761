import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeFileName } from '../../electron/main/safe-file-name.ts'

describe('fault 24: export names ../../x, CON, 300 characters, symlinks, existing files', () => {
  it.each([
    ['Jaarverslag 2026', 'Jaarverslag 2026.pdf'],
    ['Jaarverslag.PDF', 'Jaarverslag.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\Users\\iemand', 'C Users iemand.pdf'],
    ['CON', '_CON.pdf'],
    ['nul.txt', '_nul.txt.pdf'],
    ['.verborgen', 'verborgen.pdf'],
    ['naam... ', 'naam.pdf'],
    ['rekening\u202Efdp.exe', 'rekening fdp.exe.pdf'],
    ['a\u0000b\nc', 'a b c.pdf'],
    ['', 'Luwte.pdf'],
    ['/', 'Luwte.pdf'],
    ['Organisatie "De Duin" <1>', 'Organisatie De Duin 1.pdf'],
  ])('proposes %j as %j', (proposed, name) => {
    expect(safeFileName(proposed, 'pdf')).toBe(name)
  })

  it('cuts a long name between two characters, so that a file system takes it', () => {
    const name = safeFileName('🏖'.repeat(300), 'pdf')
    expect(name).toBe(`${'🏖'.repeat(50)}.pdf`)
  })

  it('proposes for every text a name without folders that every system can keep', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }))
    fc.assert(
      fc.property(anyText, (proposed) => {
        const name = safeFileName(proposed, 'pdf')
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]+\.pdf$/u)
        expect(name).not.toMatch(/^\.|^(con|prn|aux|nul)\./i)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
      }),
    )
  })
})
