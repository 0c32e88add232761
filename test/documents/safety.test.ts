import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { Destruction } from '#shared/casework/destruction.ts'
import { type DocumentJob } from '../../renderer/documents/job.ts'
import { makeDocument } from '../../renderer/documents/make-document.ts'
import { bytesOf, printed } from './make.ts'
import { fontFiles } from './font-files.ts'
import { readQrCode } from './read-qr-code.ts'

const KEY = '0123AB-4567CD-89EFGH-JKMNPQ-RSTVWX-YZ0123-ABCDEF-GHJKMN-PQRSTV-WXYZ01-23456Z'
const madeOn = calendarDate('2026-03-12')

const sheet = (recoveryKey = KEY): DocumentJob => ({
  kind: 'recovery-sheet-pdf',
  sheet: { recoveryKey, mark: '7F3K', madeOn },
})

const envelope = (what = 'Bel de organisaties uit de lijst en zeg dat ik er niet ben.'): DocumentJob => ({
  kind: 'envelope-pdf',
  envelope: {
    recoveryKey: KEY,
    mark: '7F3K',
    madeOn,
    whom: 'Proefpersoon B, waarnemer\n000 000 00 00',
    where: 'In de werkkamer, in de bovenste la.',
    what,
  },
})

const away = (fileName: string, goneOn: string | null) => ({
  kind: 'backup' as 'backup' | 'vault',
  targetId: '1'.repeat(26),
  target: 'stick',
  fileName,
  madeAt: '2026-02-27T23:30:00.000Z',
  goneOn,
})

const certificate = (changes: Record<string, unknown> = {}): DocumentJob => ({
  kind: 'certificate-pdf',
  certificate: {
    destruction: Destruction.parse({
      id: '0'.repeat(26),
      what: 'case',
      reference: 'KOFTU-73',
      reason: 'on-request',
      destroyedOn: '2026-03-02',
      records: 5,
      copiesRewritten: 3,
      copiesOutOfReach: [],
      ...changes,
    }),
    advisorName: 'Proefpersoon A',
    printedOn: madeOn,
  },
})

describe('the sheet of a recovery key', () => {
  it('holds the eleven groups in their order, on one page, with the day and what to do', async () => {
    const { pages, text } = await printed(sheet())
    expect(pages).toHaveLength(1)
    for (const [index, group] of KEY.split('-').entries())
      expect(text).toMatch(new RegExp(`\\b${index + 1} ${group}`))
    for (const sentence of ['Gemaakt op 12 maart 2026', 'Zo bewaar je dit blad', 'Zo gebruik je dit blad'])
      expect(text).toContain(sentence)
  })

  it('says the same key in a code that a scanner reads', async () => {
    expect(await readQrCode(await bytesOf(sheet()))).toBe(KEY)
    const other = `ZZZZZZ${KEY.slice(6)}`
    expect(await readQrCode(await bytesOf(sheet(other)))).toBe(other)
  })

  it('tells nobody whose it is', async () => {
    const { info } = await printed(sheet())
    expect(info).toMatchObject({ Title: 'Herstelsleutel van Luwte', Author: '' })
  })

  it('is not made of what is no recovery key', async () => {
    expect(await makeDocument(sheet(KEY.slice(1)), fontFiles)).toEqual({ refused: 'not-permitted' })
  })
})

describe('the emergency envelope', () => {
  it('says whom to call, where the computer is and what to do, and holds a key of its own', async () => {
    const { text } = await printed(envelope())
    for (const part of [
      'Bel eerst Proefpersoon B, waarnemer 000 000 00 00',
      'Waar de computer staat In de werkkamer, in de bovenste la.',
      'Wat er moet gebeuren Bel de organisaties uit de lijst',
      'gebruik de herstelsleutel',
      '1 0123AB',
      '11 23456Z',
    ])
      expect(text).toContain(part)
    expect(await readQrCode(await bytesOf(envelope()))).toBe(KEY)
  })

  it('keeps the key in one piece however much there is to do', async () => {
    const { pages } = await printed(envelope('Bel de volgende organisatie.\n'.repeat(60)))
    expect(pages.length).toBeGreaterThan(1)
    const holding = pages.filter(({ lines }) => lines.some((line) => /0123AB|23456Z|YZ0123/.test(line)))
    expect(holding).toHaveLength(1)
  })
})

describe('the certificate of a destruction', () => {
  it('says what was destroyed, when, why, and how many copies were replaced', async () => {
    const { text } = await printed(certificate())
    for (const fact of [
      'Stand op 12 maart 2026',
      'Kenmerk KOFTU-73',
      'Wat De casus, met alle notities, stappen en namen',
      'Reden Op verzoek van de melder',
      'Vernietigd op 2 maart 2026',
      'Onderdelen 5',
      'Back-ups vervangen 3',
      'Door Proefpersoon A',
      'Er waren geen kopieën buiten bereik.',
      'Afgerond:',
    ])
      expect(text).toContain(fact)
  })

  it('stays open, and names each copy by place, file and day, until all are gone', async () => {
    const copies = [away('luwte-een.luwte', '2026-03-09'), away('luwte-twee.luwte', null)]
    const open = await printed(certificate({ copiesOutOfReach: copies }))
    expect(open.text).toContain('Nog open: van één kopie buiten bereik')
    expect(open.lines).toContain('stick luwte-een.luwte 28 februari 2026 9 maart 2026')
    expect(open.lines).toContain('stick luwte-twee.luwte 28 februari 2026 nog niet bevestigd')
    const gone = copies.map((copy) => ({ ...copy, goneOn: '2026-03-10' }))
    const closed = await printed(certificate({ copiesOutOfReach: gone }))
    expect(closed.text).toContain('Afgerond:')
    expect(closed.text).not.toContain('Nog open')
  })

  it('names another vault on this computer that still holds it', async () => {
    const vault = { ...away('kluis-2', null), kind: 'vault' as const, targetId: null, target: '' }
    const { lines, text } = await printed(certificate({ copiesOutOfReach: [vault] }))
    expect(text).toContain('Nog open: van één kopie buiten bereik')
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Andere kluis')
    expect(lines.join('\n')).toContain('kluis-2')
  })

  it('never promises more than can be kept', async () => {
    const { text } = await printed(certificate({ copiesOutOfReach: [away('luwte-een.luwte', null)] }))
    expect(text).not.toMatch(/onherroepelijk|definitief|voorgoed|volledig/i)
    expect(text).toContain('gaat nog open met de wachtzin of herstelsleutel van toen')
  })
})
