import { foldText } from '../kernel/search-words.ts'
import { type AnnualReport } from './annual-report.ts'
import { type ReportDraft } from './report-draft.ts'
import {
  BECAUSE_OF_A_CASE,
  BEFORE_A_YEAR,
  COUNTED_THINGS,
  COUNTING_BESIDE_THINGS,
  COUNTING_WORDS,
  GROUP_WORDS,
  MANY_PEOPLE,
  ONE_PERSON,
  RARE_ROLES,
  TIME_WORDS,
  VERBS_OF_ONE,
} from './traceable-words.ts'

/**
 * What a text says that figures beside it may not: a number or a word that counts, a role of which there are few, a
 * place, a day or month, somebody in particular, or that a case was the reason of something.
 */
export type FindingKind =
  'number' | 'number-word' | 'role' | 'place' | 'date' | 'one-case' | 'because-of-case'

/** `from` and `to` are positions in the text, the end left out. */
export type NarrativeFinding = { kind: FindingKind; from: number; to: number }

const word = (alternatives: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu')

/** Years, halves and quarters of a year and the numbers of a list count nothing; `3x` and `2e` do. */
const digits =
  /(?<![\p{L}\p{N}]|\d[-/])(?!(?:19|20)\d\d(?![\p{L}\p{N}%]|[.,-]\d)|\de (?:halfjaar|kwartaal))\d+(?:[.,]\d+)*(?: ?[x×](?!\p{L})|(?:e|de|ste)(?!\p{L}))?(?![\p{L}\p{N}]|[-/]\d)%?/giu
const yearBesideThings = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<!(?<!\\p{L})(?:${BEFORE_A_YEAR.join('|')}) )(?:19|20)\\d\\d(?: [\\p{L}-]+)?? ${COUNTED_THINGS}(?![\\p{L}\\p{N}])`,
  'giu',
)
const listMark = /^\s*\d{1,2}[.)]\s/gmu
/** `24/7` is always. */
const numericDate = /(?<![\p{L}\p{N}])(?!24\/7(?!\d))\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?(?![\p{L}\p{N}])/giu

const patterns: readonly [FindingKind, RegExp][] = [
  ['number', digits],
  ['number', yearBesideThings],
  ['date', numericDate],
  ['date', word(TIME_WORDS)],
  ['number-word', word(COUNTING_WORDS)],
  ['number-word', word([`(?:${COUNTING_BESIDE_THINGS.join('|')})(?: [\\p{L}-]+){0,2}? ${COUNTED_THINGS}`])],
  ['role', word(RARE_ROLES)],
  ['place', word(GROUP_WORDS)],
  ['one-case', word(ONE_PERSON)],
  ['because-of-case', word(BECAUSE_OF_A_CASE)],
]

/** Of *zij* only the one person: beside a verb in the plural, or said of many before, it means many. */
const she = /(?<![\p{L}\p{N}])(?:(?<before>\p{L}+) )?zij(?: (?<after>\p{L}+))?(?![\p{L}\p{N}])/giu
const many = word(MANY_PEOPLE)
const verbOfOne = word(VERBS_OF_ONE)
const isPlural = (verb: string | undefined) =>
  verb !== undefined && /(?:en|zijn|gaan|staan|doen|zien)$/iu.test(verb)

/**
 * Everything in a text that may point at somebody, in its order. `places` are the organisation's locations and the
 * municipalities that they lie in. It helps to look again and proves nothing: what a text gives away, nobody can compute.
 */
export function checkNarrative(text: string, places: readonly string[]): NarrativeFinding[] {
  const marks = [...text.matchAll(listMark)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
  const found = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind,
      from: match.index,
      to: match.index + match[0].length,
    })),
  )
  const others = [...placesIn(text, places), ...oneShe(text)]
  return [...found, ...others]
    .filter(
      ({ kind, from, to }) => kind !== 'number' || !marks.some((mark) => mark.from <= from && to <= mark.to),
    )
    .filter((finding, index, all) => !all.some((other, place) => covers(other, finding, place < index)))
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

/**
 * True when another finding of the same kind says as much and more; of two alike the first stays. That a case was the
 * reason of something says which case, too.
 */
function covers(other: NarrativeFinding, finding: NarrativeFinding, isEarlier: boolean): boolean {
  if (other === finding) return false
  if (other.kind !== finding.kind && other.kind !== 'because-of-case') return false
  if (other.from > finding.from || other.to < finding.to) return false
  return isEarlier || other.from < finding.from || other.to > finding.to
}

function oneShe(text: string): NarrativeFinding[] {
  return [...text.matchAll(she)].flatMap((match) => {
    const { before, after } = match.groups ?? {}
    const from = match.index + (before === undefined ? 0 : before.length + 1)
    if (isPlural(after) || isPlural(before) || isSaidOfMany(text, from)) return []
    return [{ kind: 'one-case' as const, from, to: from + 3 }]
  })
}

/** *Medewerkers gaven aan dat zij het moeilijk vinden*: many before it in the sentence, a verb of many after it. */
function isSaidOfMany(text: string, from: number): boolean {
  const before =
    text
      .slice(0, from)
      .split(/[.!?\n]/u)
      .at(-1) ?? ''
  const [clause = ''] = text.slice(from).split(/[.!?,;:\n]/u)
  const words = clause.split(' ')
  return (
    before.search(many) !== -1 &&
    clause.search(verbOfOne) === -1 &&
    words.some((each, index) => isPlural(each) && words[index - 1] !== 'te')
  )
}

/** Kinds of location that stand before a name without being part of it. */
const kindOfLocation =
  /^(?:kdv|bso|gob|vgo|psz|peuteropvang|peuterspeelzaal|kinderdagverblijf|kinderopvang|gastouderbureau)\s+/iu

function placesIn(text: string, places: readonly string[]): NarrativeFinding[] {
  const folded = withoutAccents(text)
  const names = new Set(
    places
      .flatMap((place) => [place, place.replace(kindOfLocation, '')])
      .map((place) => withoutAccents(place.trim()))
      .filter((place) => place.length > 2),
  )
  return [...names].flatMap((name) =>
    [...folded.matchAll(word([name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')]))].map((match) => ({
      kind: 'place' as const,
      from: match.index,
      to: match.index + match[0].length,
    })),
  )
}

/** Letter by letter, so that positions stay. */
function withoutAccents(text: string): string {
  return text.replace(/[\u00c0-\u017f]/g, (letter) => foldText(letter).slice(0, 1))
}

/** A part of what an advisor writes for a report, and which of several it is. */
export type NarrativePlace = {
  part:
    | 'signals'
    | 'recommendations'
    | 'owners'
    | 'follow-ups'
    | 'looking-back'
    | 'work-plan'
    | 'team'
    | 'activities'
    | 'stated-complaints'
    | 'stated-disputes'
  index: number
}

/** Everything typed that a report prints. */
export type WrittenReport = Pick<ReportDraft, 'narrative' | 'team' | 'statement'> &
  Pick<AnnualReport, 'activities'>

/** Of a colleague anybody may know what she is, where she works and on which days. */
const SAID_OF_COLLEAGUES: readonly FindingKind[] = ['role', 'place', 'date']

/** Whoever sees to something, was met or made a statement did so in a role. */
const SAID_OF_OTHERS: readonly FindingKind[] = ['role']

/** The same, where the day is printed beside it. */
const DATED_BESIDE: readonly FindingKind[] = [...SAID_OF_OTHERS, 'date']

/** A text, where it stands, and what may be said there. */
type Looked = NarrativePlace & { text: string; allowed: readonly FindingKind[] }

/**
 * The same of everything that an advisor types and a report prints, by the part that it stands in; several texts may
 * stand in one. The day of an activity and of a statement is printed beside it.
 */
export function checkReport(
  { narrative, team, statement, activities }: WrittenReport,
  places: readonly string[],
): (NarrativePlace & { text: string; findings: NarrativeFinding[] })[] {
  const at =
    (part: NarrativePlace['part'], allowed: readonly FindingKind[] = []) =>
    (text: string, index = 0): Looked => ({ part, index, text, allowed })
  const { complaints, disputes } = statement
  const { recommendations, followUps } = narrative
  const ofColleague = at('team', SAID_OF_COLLEAGUES)
  const texts = [
    at('signals')(narrative.signals),
    ...recommendations.flatMap(({ text, owner }, index) => [
      at('recommendations')(text, index),
      at('owners', SAID_OF_OTHERS)(owner, index),
    ]),
    ...followUps.map(({ remark }, index) => at('follow-ups')(remark, index)),
    at('looking-back')(narrative.lookingBack),
    at('work-plan')(narrative.workPlan),
    ...team.flatMap(({ forWhom, remark }, index) => [
      ofColleague(forWhom, index),
      ofColleague(remark, index),
    ]),
    ...activities.flatMap(({ description, withWhom }, index) => [
      at('activities', ['date'])(description, index),
      at('activities', DATED_BESIDE)(withWhom, index),
    ]),
    at('stated-complaints', DATED_BESIDE)(complaints?.source ?? ''),
    ...(complaints?.items ?? []).flatMap(({ kind, cause }) =>
      [kind, cause].map((text) => at('stated-complaints')(text)),
    ),
    at('stated-complaints')(complaints?.remark ?? ''),
    at('stated-disputes', DATED_BESIDE)(disputes?.source ?? ''),
    at('stated-disputes')(disputes?.remark ?? ''),
  ]
  return texts.flatMap(({ allowed, ...place }) => {
    const findings = checkNarrative(place.text, places).filter(({ kind }) => !allowed.includes(kind))
    return findings.length === 0 ? [] : [{ ...place, findings }]
  })
}
