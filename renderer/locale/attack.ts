import type { AttackOnFile } from '#shared/contracts/report-commands.ts'
import { type LocationNames, mergedCategories, wordsOf } from './report-words.ts'

const attackers: Record<AttackOnFile['level'], string> = {
  L0: 'Wie een verborgen getal wil uitrekenen',
  L1: 'Wie wil weten of er niemand, een enkeling of een groep achter zit',
  L2: 'Een melder die haar eigen melding kent',
  L3: 'Wie dit programma kent',
  L4: 'Wie cijfers van elkaar aftrekt',
}

type Found = { read: number; notInLedger: number; notInFile: number }

export const attackText = {
  title: 'Val mijn rapportage aan',
  explain:
    'Luwte maakt het bestand, leest het terug zoals iedereen dat kan, en probeert er iemand in te herkennen. Alles wat je eerder uitgaf en wat facturen vertellen, mag de aanvaller gebruiken.',
  attack: 'Probeer het',
  attacking: 'Het bestand wordt teruggelezen en aangevallen…',
  failed:
    'Het bestand kon niet worden teruggelezen. De rapportage zelf staat veilig in Luwte; probeer het nog eens.',
  read: ({ read, notInLedger, notInFile }: Found): string => {
    const all = `In het bestand ${read === 1 ? 'staat 1 cijfer' : `staan ${read} cijfers`}.`
    return notInLedger === 0 && notInFile === 0
      ? `${all} Het zijn precies de cijfers die Luwte heeft vrijgegeven.`
      : `${all} Let op: ${notInLedger} daarvan kent Luwte niet, en ${notInFile} vrijgegeven cijfers staan er niet in.`
  },
  verdict: ({ level, verdict, questions }: AttackOnFile): string => {
    switch (verdict) {
      case 'withstood':
        return `${attackers[level]}, komt niets te weten (${questions} pogingen).`
      case 'broken':
        return `${attackers[level]}, komt iets te weten:`
      case 'not-played':
        return `${attackers[level]}: niet geprobeerd.`
    }
  },
  finding: ({ about, min, max }: AttackOnFile['findings'][number], locations: LocationNames): string => {
    const range = max === null ? `ten minste ${min}` : min === max ? `precies ${min}` : `${min} tot ${max}`
    return `${about === null ? 'een som van cijfers' : nameOf(about, locations)}: ${range}`
  },
  otherNumbersTitle: 'Andere regels met een getal',
  otherNumbers:
    'Deze regels zijn geen cijfers uit tabellen. Kijk of er een aantal mensen in staat dat je niet wilde geven.',
} as const

type Counted = { dimension: string; categories: readonly string[] }

function nameOf({ dimension, categories }: Counted, locations: LocationNames): string {
  if (dimension === 'total') return 'alle melders'
  return `${wordsOf(dimension).heading}, ${mergedCategories(dimension, categories, locations)}`
}
