import type { ActivityKind } from '#shared/activities/activity.ts'
import { type CountedMelder, NO_LOCATION } from '#shared/casework/melders.ts'
import { MAIN_SUBJECTS, type MainSubject, subSubjectsOf } from '#shared/casework/subjects.ts'
import { vocabulary } from './vocabulary.ts'

/** What a report counts melders by: every field of a counted melder that is neither a link nor her organisation. */
type DimensionName = Exclude<
  keyof CountedMelder,
  'organisationId' | 'melderLink' | 'accusedLink' | 'countedBy'
>

/** The heading of each table of figures, its name within a sentence, and the one word for its spreadsheet. */
export const dimensionWords: Record<DimensionName, { heading: string; inSentence: string; sheet: string }> = {
  subject: { heading: 'Onderwerp', inSentence: 'onderwerp', sheet: 'Onderwerp' },
  role: { heading: 'Wie er kwam', inSentence: 'wie er kwam', sheet: 'Wie er kwam' },
  rung: { heading: 'Wat ik deed: de hoogste stap', inSentence: 'hoogste stap', sheet: 'Hoogste stap' },
  outcome: { heading: 'Hoe het afliep', inSentence: 'hoe het afliep', sheet: 'Hoe het afliep' },
  location: { heading: 'Locatie', inSentence: 'locatie', sheet: 'Locatie' },
  time: {
    heading: 'Wanneer het eerste contact was',
    inSentence: 'wanneer het eerste contact was',
    sheet: 'Periode',
  },
}

const categoryWords: {
  [Name in 'role' | 'rung' | 'outcome']: Record<CountedMelder[Name], string>
} = {
  role: {
    professional: 'Pedagogisch professional',
    childminder: 'Gastouder',
    trainee: 'Stagiair',
    volunteer: 'Vrijwilliger',
    manager: 'Leidinggevende',
    board: 'Houder/directie',
    parent: 'Ouder/verzorger',
    'parent-committee': 'Lid van de oudercommissie',
    other: 'Andere betrokkene',
    unknown: 'Rol niet genoemd',
  },
  rung: {
    support: 'Opvang',
    'information-and-advice': 'Informatie en advies',
    conciliation: 'Bemiddeling',
    mediation: 'Mediation',
    escalation: 'Escalatie',
  },
  outcome: {
    resolved: 'Opgelost',
    'partly-resolved': 'Deels opgelost',
    'not-resolved': 'Niet opgelost',
    'passed-on': 'Doorverwezen',
    'complaint-filed': 'Klacht ingediend',
    withdrawn: 'Ingetrokken',
    'listening-sufficed': 'Luisteren was genoeg',
    unknown: 'Afloop niet bekend',
    open: 'Loopt nog',
  },
}

const mainSubjectWords: Record<MainSubject, string> = {
  policy: 'Beleid en organisatie',
  treatment: 'Bejegening',
  'workplace-conflict': 'Conflict in de werksituatie',
  'advice-on-regulations': 'Advies over regelingen',
  unknown: 'Onderwerp niet genoemd',
}

/** Sub-subjects by name, those of a whole main subject by that one's. */
function subjectNames(categories: readonly string[]): string[] {
  return MAIN_SUBJECTS.flatMap((main) => {
    const all = subSubjectsOf(main)
    const there = all.filter((one) => categories.includes(one))
    return there.length === all.length || categories.includes(main)
      ? [mainSubjectWords[main]]
      : there.map((one) => vocabulary.subject[one])
  })
}

function isDimension(name: string): name is DimensionName {
  return name in dimensionWords
}

/** The words of a dimension; one that has none is a mistake in the program. */
export function wordsOf(dimension: string): (typeof dimensionWords)[DimensionName] {
  if (!isDimension(dimension)) throw new Error('dimension: has no words')
  return dimensionWords[dimension]
}

/** Locations by what figures call them. */
export type LocationNames = readonly { id: string; name: string; place: string }[]

/** Melders whose location was not named, or who are of none in particular. */
const OF_NO_LOCATION = 'Geen locatie genoemd'

/** A location that was removed since. */
const LOCATION_GONE = 'Een locatie die er niet meer is'

/** Locations by name, all of a place by that place alone. */
function locationLabels(categories: readonly string[], known: LocationNames): string[] {
  const counted = known.filter(({ id }) => categories.includes(id))
  const isWhole = (place: string): boolean =>
    place !== '' &&
    counted.filter((one) => one.place === place).length > 1 &&
    known.every((one) => one.place !== place || categories.includes(one.id))
  const labels = counted.map(({ name, place }) => (isWhole(place) ? place : name))
  const others = categories.filter((category) => !known.some(({ id }) => id === category))
  return [
    ...new Set([
      ...labels,
      ...others.map((other) => (other === NO_LOCATION ? OF_NO_LOCATION : LOCATION_GONE)),
    ]),
  ]
}

/**
 * Categories that were counted together, by name: `Beleid en organisatie of advies over regelingen`. Locations have
 * names of their own.
 */
export function mergedCategories(
  dimension: string,
  categories: readonly string[],
  locations: LocationNames = [],
): string {
  if (!isDimension(dimension)) throw new Error('dimension: has no words')
  if (dimension === 'time') return joined(timeWords(categories), 'en')
  if (dimension === 'location') return joined(locationLabels(categories, locations), 'of')
  const names = dimension === 'subject' ? subjectNames(categories) : namesOf(dimension, categories)
  if (names.length === 0) throw new Error('category: has no words')
  return joined(
    names.map((name, index) => (index === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1))),
    'of',
  )
}

function namesOf(
  dimension: Exclude<DimensionName, 'time' | 'subject' | 'location'>,
  categories: readonly string[],
): string[] {
  const words: Record<string, string> = categoryWords[dimension]
  return categories.map((category) => {
    const name = words[category]
    if (name === undefined) throw new Error('category: has no words')
    return name
  })
}

/** Half-years by name, those of a whole year by the year alone. */
function timeWords(halves: readonly string[]): string[] {
  const years = [...new Set(halves.map((half) => half.slice(0, 4)))]
  return years.flatMap((year) => {
    const [half, ...more] = halves.filter((one) => one.startsWith(year))
    if (more.length > 0) return [year]
    return [`${half?.endsWith('1') ? 'Eerste' : 'Tweede'} halfjaar ${year}`]
  })
}

/** `a`, `a of b`, `a, b of c`. */
export function joined(names: readonly string[], word: 'en' | 'of'): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`
}

/** Kinds of activity as a report tells them. */
export const activityWords: Record<ActivityKind, string> = {
  'information-session': 'Voorlichting',
  'consultation-hr': 'Overleg met HR',
  'consultation-works-council': 'Overleg met OR of GOR',
  'consultation-parent-committee': 'Overleg met de oudercommissie',
  'consultation-company-doctor': 'Overleg met de bedrijfsarts',
  'annual-report-talk': 'Bespreking jaarrapportage',
  'policy-review': 'Beoordeling van beleid',
  'introduction-of-trainees': 'Introductie van stagiairs',
  'advice-to-organisation': 'Advies aan de organisatie',
  publicity: 'Bekendheid',
  preparation: 'Voorbereiding',
  'peer-review': 'Intervisie',
  training: 'Nascholing',
  other: 'Overig',
}
