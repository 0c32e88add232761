import { describe, expect, it, test } from 'vitest'
import { type Invoice } from '#shared/invoicing/invoice.ts'
import { vocabulary } from '../../renderer/locale/vocabulary.ts'
import { bytesOf, printed } from './make.ts'
import { type ReadPdf } from './read-pdf.ts'
import { bundleLine, hoursInvoice, locationLine, sampleInvoice } from './sample-invoice.ts'

const print = (invoice: Invoice): Promise<ReadPdf> => printed({ kind: 'invoice-pdf', invoice })
const locations = (count: number) => Array.from({ length: count }, (_, index) => locationLine(index))

describe('an invoice', () => {
  it('carries everything that art. 35a Wet OB asks for', async () => {
    const { text } = await print(sampleInvoice([locationLine(0), bundleLine]))
    for (const field of [
      'Praktijk Proefpersoon A',
      'Voorbeeldstraat 1',
      '1000 AA Fantasiestad',
      'KvK 12345678',
      'Btw-id NL000000000B00',
      'Kinderopvang Fantasia B.V.',
      'Denkbeeldigweg 12',
      '2000 BB Verzonnendorp',
      'Uw btw-id NL111111111B11',
      'Factuurnummer 2026-0007',
      'Factuurdatum 12 januari 2026',
      'Leverperiode 1 januari 2026 t/m 31 december 2026',
      'Abonnement externe vertrouwenspersoon, 1 LRK-nummer',
      'Totaal zonder btw € 999,00',
      'Btw 21% over € 999,00 € 209,79',
      'Te betalen € 1.208,79',
    ])
      expect(text).toContain(field)
  })

  it('tells bookkeeping where, when and with which words to pay', async () => {
    const { text } = await print(sampleInvoice([locationLine(0)]))
    expect(text).toContain('Vervaldatum 11 februari 2026')
    expect(text).toContain('Uw referentie PO-2026-314')
    expect(text).toContain('t.a.v. Proefpersoon B')
    expect(text).toContain(
      'U kunt € 180,29 uiterlijk op 11 februari 2026 overmaken naar NL00 BANK 0123 4567 89',
    )
    expect(text).toContain('met vermelding van factuurnummer 2026-0007')
  })

  it('keeps the account number on one line, wherever the sentence breaks', async () => {
    const { seller } = sampleInvoice([locationLine(0)])
    for (let length = 1; length <= 40; length += 3) {
      const line = { ...locationLine(0), amountCents: Number('9'.repeat(1 + (length % 9))) }
      const name = 'n'.repeat(length)
      const { lines } = await print(sampleInvoice([line], { seller: { ...seller, name } }))
      expect(lines.filter((each) => each.includes('NL00 BANK 0123 4567 89'))).toHaveLength(2)
    }
  })

  it('keeps the longest account number that there is together', async () => {
    const { seller } = sampleInvoice([locationLine(0)])
    const iban = `XX00${'B'.repeat(30)}`
    const { text } = await print(sampleInvoice([locationLine(0)], { seller: { ...seller, iban } }))
    expect(text).toContain(`overmaken naar XX00 ${'BBBB '.repeat(7)}BB ten name van`)
  })

  it('gives each LRK number a line with its cost centre, its share of the year and its amount', async () => {
    const { lines } = await print(sampleInvoice(locations(3)))
    expect(lines).toContain(
      '100000000 Locatie Voorbeeld 1 KDV KP-1000 01-01 t/m 31-12-2026 365/365 € 149,00 € 149,00',
    )
    expect(lines).toContain(
      '100002222 Locatie Voorbeeld 3 KDV KP-1002 01-07 t/m 31-12-2026 184/365 € 149,00 € 75,11',
    )
  })

  it('states the bundle of hours apart from the locations', async () => {
    const { lines } = await print(sampleInvoice([locationLine(0), bundleLine]))
    expect(lines).toContain(
      'Urenbundel vertrouwenspersoon, 1 januari 2026 t/m 31 december 2026 10 € 85,00 € 850,00',
    )
  })

  it('under the small business scheme states why there is no VAT, in her own words if she has them', async () => {
    const exempt = await print(sampleInvoice([locationLine(0)], { vatRegime: 'small-business' }))
    expect(exempt.text).toContain('Vrijgesteld van btw op grond van de kleineondernemersregeling')
    expect(exempt.text).not.toContain('Btw 21%')
    expect(exempt.text).toContain('Te betalen € 149,00')
    const own = await print(
      sampleInvoice([locationLine(0)], {
        vatRegime: 'small-business',
        smallBusinessSentence: 'KOR, artikel 25.',
      }),
    )
    expect(own.text).toContain('KOR, artikel 25.')
    expect(own.text).not.toContain('Vrijgesteld van btw')
  })

  it('that takes one back names its number and date and asks for no payment', async () => {
    const lines = locations(2).map((line) => ({
      ...line,
      amountCents: -Number(Reflect.get(line, 'amountCents')),
    }))
    const { text } = await print(
      sampleInvoice(lines, {
        kind: 'credit',
        number: '2026-0009',
        issuedOn: '2026-03-01',
        creditOf: { id: '0'.repeat(26), number: '2026-0007', issuedOn: '2026-01-12' },
      }),
    )
    expect(text).toContain('Creditfactuurnummer 2026-0009')
    expect(text).toContain('Betreft factuur 2026-0007 van 12 januari 2026')
    expect(text).toContain('€ -360,58')
    expect(text).not.toContain('overmaken')
    expect(text).not.toContain('Vervaldatum')
  })

  test.each([1, 40, 90])('for %i locations holds each once, under headings on every page', async (count) => {
    const { pages, text } = await print(sampleInvoice(locations(count)))
    for (let index = 0; index < count; index += 1)
      expect(text.split(String(100000000 + index * 1111))).toHaveLength(2)
    pages.forEach((page, index) => {
      expect(page.lines.at(-1)).toBe(
        `Factuur 2026-0007 · Praktijk Proefpersoon A Pagina ${index + 1} van ${pages.length}`,
      )
      if (page.lines.some((line) => line.includes('Locatie Voorbeeld')))
        expect(page.lines).toContain('LRK-nummer Locatie Soort Kostenplaats Periode Dagen Per jaar Bedrag')
    })
    expect(pages.length).toBe(count === 1 ? 1 : count === 40 ? 2 : 3)
  })

  it('keeps names of two hundred characters, pictures and other scripts inside the page', async () => {
    const { pages, text } = await print(
      sampleInvoice([
        locationLine(0, 'Zeerlangenaamzonderspaties'.repeat(8).slice(0, 200)),
        locationLine(1, 'De Łódź 🌻👩‍👧 naïve ĝ \u202eשלום عربي'),
      ]),
    )
    expect(text).toContain('De Łódź')
    expect(text).not.toMatch(/[\u0590-\u06ff\u202e\ufffd]|\p{Extended_Pictographic}/u)
    for (const page of pages)
      for (const piece of page.pieces) {
        expect(piece.x).toBeGreaterThan(30)
        expect(piece.x + piece.width).toBeLessThan(page.width - 30)
      }
  })
})

describe('an invoice for hours', () => {
  it('is one line that names a half-year', async () => {
    const { lines } = await print(hoursInvoice())
    expect(lines.filter((line) => line.includes('€ 85,00'))).toEqual([
      'Uren vertrouwenspersoon, eerste halfjaar 2026 7,25 € 85,00 € 616,25',
    ])
  })

  it('names hours that came late, with their own half-year', async () => {
    const [line] = hoursInvoice().lines
    const late = { ...line, half: 2, year: 2025, isLate: true, minutes: 45, amountCents: 6_375 }
    const { lines } = await print(sampleInvoice([{ ...line }, late], { kind: 'hours' }))
    expect(lines.filter((one) => one.includes('€ 85,00'))).toEqual([
      'Uren vertrouwenspersoon, eerste halfjaar 2026 7,25 € 85,00 € 616,25',
      'Uren vertrouwenspersoon, tweede halfjaar 2025 (nagekomen) 0,75 € 85,00 € 63,75',
    ])
  })

  it('holds no word that points at a location, a person or a case', async () => {
    const { text } = await print(hoursInvoice())
    const words = [
      ...Object.values(vocabulary.melderRole),
      ...Object.values(vocabulary.subject),
      ...Object.values(vocabulary.rung),
      ...Object.values(vocabulary.channel),
      ...[
        'LRK',
        'locatie',
        'KDV',
        'BSO',
        'casus',
        'melder',
        'melding',
        'dossier',
        'consult',
        'gesprek',
        'reis',
      ],
    ]
    for (const word of words) expect(text).not.toMatch(new RegExp(`\\b${word}`, 'i'))
  })

  it('holds no date but those of the invoice and of the half-year', async () => {
    const { text } = await print(hoursInvoice())
    const dates = text.match(/\d{1,2} (januari|juni|juli|augustus|[a-z]{3,9}) \d{4}|\d{2}-\d{2}-\d{4}/g) ?? []
    expect(new Set(dates)).toEqual(
      new Set(['6 juli 2026', '5 augustus 2026', '1 januari 2026', '30 juni 2026']),
    )
  })
})

describe('the file of an invoice', () => {
  it('says of itself only title, author, program and day of issue', async () => {
    const { info, hasMore } = await print(hoursInvoice())
    expect(info).toMatchObject({
      Title: 'Factuur 2026-0007',
      Author: 'Praktijk Proefpersoon A',
      Creator: 'Luwte',
      Producer: 'Luwte',
      CreationDate: 'D:20260706000000Z',
    })
    for (const key of ['Subject', 'Keywords', 'ModDate', 'Custom']) expect(info[key]).toBeUndefined()
    expect(hasMore).toEqual({ javaScript: false, attachments: false, annotations: false, xmp: false })
  })

  it('is the same to the byte whenever it is made', async () => {
    const job = { kind: 'invoice-pdf' as const, invoice: sampleInvoice(locations(12)) }
    const first = await bytesOf(job)
    const again = await bytesOf(job)
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true)
  })

  it('carries its typeface with it', async () => {
    const file = Buffer.from(await bytesOf({ kind: 'invoice-pdf', invoice: hoursInvoice() })).toString(
      'latin1',
    )
    const fonts = [...file.matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/g)].map(([, name]) => name)
    expect(new Set(fonts)).toEqual(
      new Set(['AtkinsonHyperlegibleNext-Regular', 'AtkinsonHyperlegibleNext-Bold']),
    )
    expect(file).toContain('/FontFile2')
  })
})
