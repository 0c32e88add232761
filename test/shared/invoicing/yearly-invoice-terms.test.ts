import { describe, expect, it } from 'vitest'
import { yearlyInvoice } from '#shared/invoicing/yearly-invoice.ts'
import { sampleEngagement, sampleLocation, sampleOrganisation, samplePractice } from '../sample-caseload.ts'
import { drafted } from './sample-invoices.ts'

const practice = samplePractice()
const organisation = sampleOrganisation()
const engagement = sampleEngagement()
const two = [sampleLocation(0), sampleLocation(1)]

describe('VAT on the yearly invoice', () => {
  it('is taken out of prices that hold it, so that the printed amounts follow from each other', () => {
    const inclusive = samplePractice({ pricesIncludeVat: true })
    const one = drafted(yearlyInvoice(2025, inclusive, organisation, engagement, [sampleLocation(0)], []))
    expect(one).toMatchObject({ netCents: 123_14, vatCents: 25_86, grossCents: 149_00 })
    const ten = Array.from({ length: 10 }, (_, n) => sampleLocation(n))
    expect(drafted(yearlyInvoice(2025, inclusive, organisation, engagement, ten, []))).toMatchObject({
      netCents: 1231_40,
      vatCents: 258_59,
      grossCents: 1489_99,
    })
  })

  it('is not charged under the small business scheme, whatever the prices were agreed with', () => {
    for (const pricesIncludeVat of [true, false]) {
      const kor = samplePractice({ vatRegime: 'small-business', vatId: '', pricesIncludeVat })
      expect(
        drafted(yearlyInvoice(2025, kor, organisation, engagement, [sampleLocation(0)], [])),
      ).toMatchObject({
        vatRegime: 'small-business',
        vatPercent: 0,
        netCents: 149_00,
        vatCents: 0,
        grossCents: 149_00,
      })
    }
  })

  it('has the sentence of the small business scheme only under that scheme', () => {
    const sentence = 'Vrijgesteld van omzetbelasting'
    const sentences = ['standard', 'small-business'].map((vatRegime) => {
      const own = samplePractice({ vatRegime, smallBusinessSentence: sentence })
      return drafted(yearlyInvoice(2025, own, organisation, engagement, two, [])).smallBusinessSentence
    })
    expect(sentences).toEqual(['', sentence])
  })
})

describe('the parties of an invoice', () => {
  it('are the advisor and the organisation as they are called and registered today', () => {
    const buyer = sampleOrganisation({
      kvkNumber: '87654321',
      vatId: 'NL111111111B11',
      purchaseReference: 'PO-1',
    })
    expect(drafted(yearlyInvoice(2025, practice, buyer, engagement, two, []))).toMatchObject({
      seller: {
        name: 'Praktijk Fantasia',
        kvkNumber: '12345678',
        vatId: 'NL000000000B00',
        iban: 'NL00BANK0123456789',
        address: practice.address,
      },
      buyer: {
        name: 'Kinderopvang Fantasia',
        kvkNumber: '87654321',
        vatId: 'NL111111111B11',
        attention: 'Proefpersoon B',
        purchaseReference: 'PO-1',
        address: buyer.address,
      },
    })
  })
})

describe('the yearly invoice is refused', () => {
  it('without a contract', () => {
    expect(yearlyInvoice(2025, practice, organisation, null, two, [])).toEqual({
      refused: 'engagement-missing',
    })
  })

  it('without what article 35a asks of the advisor, naming all of it', () => {
    const empty = samplePractice({
      advisorName: '',
      businessName: '',
      kvkNumber: null,
      vatId: '',
      iban: '',
      address: { street: 'Denkbeeldigweg 12', postcode: '', city: 'Verzonnendorp' },
    })
    expect(yearlyInvoice(2025, empty, organisation, engagement, two, [])).toEqual({
      refused: 'practice-incomplete',
      fields: ['businessName', 'address', 'kvkNumber', 'vatId', 'iban'],
    })
  })

  it('without the address of the organisation', () => {
    const nowhere = sampleOrganisation({ address: { street: '', postcode: '', city: '' } })
    expect(yearlyInvoice(2025, practice, nowhere, engagement, two, [])).toEqual({
      refused: 'organisation-incomplete',
      fields: ['address'],
    })
  })

  it('not for want of a VAT id under the small business scheme, nor of a business name', () => {
    const kor = samplePractice({ vatRegime: 'small-business', vatId: '', businessName: '' })
    expect(drafted(yearlyInvoice(2025, kor, organisation, engagement, two, [])).seller.name).toBe(
      'Proefpersoon A',
    )
  })
})
