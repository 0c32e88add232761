import { describe, expect, it } from 'vitest'
import { type AttackOnFile } from '#shared/contracts/attack-commands.ts'
import { attackText } from '../../../renderer/locale/attack.ts'

const attack: AttackOnFile = { level: 'L1', verdict: 'withstood', questions: 0, findings: [] }

describe('what an attack says', () => {
  it('counts none, one and more in Dutch', () => {
    const said = [0, 1, 2].map((count) => attackText.read({ pdf: count, spreadsheet: 3 }))
    expect(said).toEqual([
      'In de PDF staan geen cijfers, in het spreadsheet staan 3 cijfers.',
      'In de PDF staat 1 cijfer, in het spreadsheet staan 3 cijfers.',
      'In de PDF staan 2 cijfers, in het spreadsheet staan 3 cijfers.',
    ])
    expect(attackText.read({ pdf: 1, spreadsheet: 1 })).toBe(
      'In de PDF staat 1 cijfer, in het spreadsheet ook.',
    )
    expect([0, 1, 1200].map((questions) => attackText.verdict({ ...attack, questions }))).toEqual([
      'Hier viel niets te ontdekken.',
      'Dat lukt niet (1 poging).',
      'Dat lukt niet (1.200 pogingen).',
    ])
    expect([1, 2].map((count) => attackText.notInFile('pdf', count))).toEqual([
      'In de PDF ontbreekt 1 cijfer dat is vrijgegeven:',
      'In de PDF ontbreken 2 cijfers die zijn vrijgegeven:',
    ])
    expect([1, 2].map((count) => attackText.notInLedger('spreadsheet', count))).toEqual([
      'In het spreadsheet staat 1 cijfer dat Luwte niet heeft vrijgegeven:',
      'In het spreadsheet staan 2 cijfers die Luwte niet heeft vrijgegeven:',
    ])
    expect([1, 2].map((count) => attackText.otherNumbersTitle(count))).toEqual([
      '1 andere regel met een getal',
      '2 andere regels met een getal',
    ])
  })

  it('says which tables somebody with the program went through, and why others not', () => {
    const lines = attackText.tables([
      { dimension: 'subject', outcome: 'withstood' },
      { dimension: 'role', outcome: 'withstood' },
      { dimension: 'location', outcome: 'too-many' },
      { dimension: 'total', outcome: 'earlier-figures' },
    ])
    expect(lines).toEqual([
      'Helemaal nagegaan: onderwerp en wie er kwam.',
      'Niet helemaal nagegaan, want er zijn te veel mogelijkheden: locatie.',
      'Niet geprobeerd, want eerdere cijfers gaan over dezelfde mensen: het totaal.',
    ])
  })

  it('names a figure with its period where that is another one, and one that nobody has words for without them', () => {
    const report = {
      period: { year: 2025, half: null },
      locations: [],
      organisations: new Map<string, string>(),
    }
    const figure = { period: { year: 2024, half: null }, dimension: 'total', categories: [], value: 12 }
    expect(attackText.figure(figure, report)).toBe('Alle melders, 2024: 12')
    expect(attackText.figure({ ...figure, period: report.period }, report)).toBe('Alle melders: 12')
    expect(attackText.figure({ ...figure, dimension: 'half', categories: ['x'] }, report)).toBe(
      'Een andere uitsplitsing, 2024: 12',
    )
    expect(
      attackText.figure({ ...figure, dimension: 'role', categories: ['trainee'], value: 'hidden' }, report),
    ).toBe('Wie er kwam, Stagiair, 2024: niet getoond')
  })

  it('names whose figures they are, where a report counts several organisations, and what is left of one figure without another', () => {
    const year = { year: 2025, half: null }
    const organisations = new Map(['a', 'b', 'c', 'd'].map((id, index) => [id, `Fantasia ${index + 1}`]))
    const report = { kind: 'group' as const, period: year, locations: [], organisations }
    const total = { period: year, dimension: 'total', categories: [] }
    const figure = (among: string[]) => attackText.figure({ ...total, among, value: 3 }, report)
    expect([['b'], ['a', 'b'], ['a', 'b', 'c', 'd'], ['x']].map(figure)).toEqual([
      'Alle melders, bij Fantasia 2: 3',
      'Alle melders, bij Fantasia 1 en Fantasia 2 samen: 3',
      'Alle melders, bij 4 organisaties samen: 3',
      'Alle melders, bij een organisatie die niet meer in de kluis staat: 3',
    ])
    const about = { ...total, without: { ...total, among: ['a'] } }
    expect(attackText.finding({ about, min: 2, max: 2 }, report)).toBe(
      'Wat er van “Alle melders” overblijft zonder “Alle melders, bij Fantasia 1”: precies 2',
    )
  })

  it('says of a report of several organisations that nobody who has the program was tried', () => {
    expect(attackText.tables([], 'organisation')).toEqual([])
    expect(attackText.tables([], 'group')).toEqual([
      'Dat kan Luwte alleen bij een rapportage over één organisatie.',
    ])
    expect([attackText.title('group'), attackText.title('caseload')]).toEqual([
      'Val mijn rapportage aan',
      'Val mijn vergelijking aan',
    ])
  })
})
