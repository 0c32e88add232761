import { describe, expect, it } from 'vitest'
import { HoursBilling } from '#shared/organisations/engagement.ts'
import { Preset } from '#shared/statistics/presets.ts'
import { contractText } from '../../../renderer/locale/contract.ts'

describe('the sentence for the contract', () => {
  it('says that invoices show whether there were talks where they bill talks alone, whatever the preset', () => {
    for (const preset of Preset.options)
      for (const billing of HoursBilling.options) {
        const sentence = contractText.sentence(preset, preset === 'strict' ? 10 : 5, billing)
        const tells = sentence.includes('of er in dat halve jaar gesprekken waren of geen')
        expect([preset, billing, tells]).toEqual([preset, billing, billing === 'consults-alone'])
      }
  })

  it('says of the total what its preset prints', () => {
    expect(contractText.sentence('ordinary', 3, 'bundle')).toMatch(
      /totale aantal melders van het jaar, .* totaal van dat halfjaar; daarmee is ook dat van het andere halfjaar bekend\. .* minder dan 3 /,
    )
    expect(contractText.sentence('careful', 5, 'bundle')).toContain(
      '(0 tot 4, 5 tot 9) en vanaf 10 als getal',
    )
    expect(contractText.sentence('strict', 10, 'bundle')).toContain('“minder dan 10, of geen”')
  })
})
