import type {
  AttackAnswer,
  AttackOnFile,
  FigureInFile,
  FileFigures,
  ProgramTable,
} from '#shared/contracts/attack-commands.ts'
import type { VaultAnswer } from '#shared/contracts/vault.ts'
import type { JointReport } from '#shared/reports/joint-report.ts'
import { TOTAL } from '#shared/statistics/ledger.ts'
import { periodKey, type ReportPeriod } from '#shared/statistics/report-period.ts'
import { ledgerText } from './ledger.ts'
import { periodName } from './period-name.ts'
import { joined, type LocationNames, mergedCategories, wordsOf } from './report-words.ts'

type File = FileFigures['file']
type Counted = { dimension: string; categories: readonly string[] }
type CountedOf = Counted & {
  period?: ReportPeriod | undefined
  crossing?: Counted | undefined
  among?: readonly string[] | undefined
}

/** Whose report is attacked: of one organisation, of a group, or of the whole caseload. */
export type AttackedKind = 'organisation' | JointReport['subject']['kind']

/** What sentences about its figures need to know of a report. `organisations` holds their names. */
export type AttackedReport = {
  kind: AttackedKind
  period: ReportPeriod
  locations: LocationNames
  organisations: ReadonlyMap<string, string>
}

const inFile: Record<File, string> = { pdf: 'In de PDF', spreadsheet: 'In het spreadsheet' }

const nouns: Record<AttackedKind, string> = {
  organisation: 'rapportage',
  group: 'rapportage',
  caseload: 'vergelijking',
}

function explainJoint(about: string): string {
  return `Luwte maakt de bestanden, leest ze terug zoals iedereen dat kan, en probeert op vier manieren iemand te herkennen. De aanvaller mag alles gebruiken wat je uitgaf ${about}, en wat facturen vertellen.`
}

/** What is meant to be known. */
const known: Record<AttackedKind, string> = {
  organisation: 'het totaal dat is afgesproken',
  group: 'de totalen die zijn afgesproken',
  caseload: 'het totaal van alle organisaties samen en wat zij zelf als totaal kregen',
}

/** What nobody can judge from figures, and who was not tried. */
const unjudged =
  'Dat geldt voor de cijfers; wat iemand zelf zag of hoorde en wat je zelf schreef, kan Luwte niet beoordelen.'
const jointLimits =
  'Dat geldt voor de cijfers; wat iemand zelf zag of hoorde, kan Luwte niet beoordelen. Wat iemand kan die dit programma ook heeft, is niet nagegaan.'
const limits: Record<AttackedKind, string> = {
  organisation: unjudged,
  group: jointLimits,
  caseload: jointLimits,
}

/** What an attacker does, by the name of what she attacks. */
const tried: Record<AttackOnFile['level'], (noun: string) => string> = {
  L0: () => 'Een lezer wil een verborgen getal precies uitrekenen.',
  L1: () => 'Een lezer wil weten of er achter een cijfer niemand zit, een enkeling of een groep.',
  L2: () => 'Een melder kent haar eigen melding, en wil daarmee iets over de anderen weten.',
  L3: (noun) =>
    `Iemand heeft dit programma ook, en probeert bij welke aantallen het precies deze ${noun} maakt.`,
  L4: () => 'Een lezer telt cijfers op en trekt ze van elkaar af, tot er een kleine groep overblijft.',
}

export const attackText = {
  title: (kind: AttackedKind): string => `Val mijn ${nouns[kind]} aan`,
  explain: {
    organisation:
      'Luwte maakt de bestanden, leest ze terug zoals iedereen dat kan, en probeert op vijf manieren iemand te herkennen. Alles wat je eerder uitgaf en wat facturen vertellen, mag de aanvaller gebruiken.',
    group: explainJoint('over deze onderdelen, en over organisaties waarmee ze samen zijn geteld'),
    caseload: explainJoint('over deze organisaties'),
  } satisfies Record<AttackedKind, string>,
  attack: 'Probeer het',
  again: 'Probeer het opnieuw',
  stop: 'Stop',
  stopped: 'De aanval is gestopt. Er is niets veranderd.',
  stages: {
    reading: 'De bestanden worden gemaakt en teruggelezen…',
    attacking: 'De aanvallers zijn bezig…',
  },
  failed: (kind: AttackedKind): string =>
    `De bestanden konden niet worden teruggelezen. De ${nouns[kind]} zelf staat veilig in Luwte; probeer het nog eens.`,
  meaning: (
    { attacks, contradiction, files }: AttackAnswer,
    kind: AttackedKind,
  ): { tone: 'calm' | 'danger'; title: string; meaning: string } => {
    if (contradiction.length > 0)
      return {
        tone: 'danger',
        title: 'Deze cijfers kunnen niet allemaal waar zijn',
        meaning:
          'Samen horen ze bij geen enkele groep melders. Meestal is er met de hand een eerder cijfer verkeerd ingevoerd. Kijk dat na bij Uitgegeven cijfers. Zolang dit zo is, valt er niets aan te vallen.',
      }
    if (attacks.some(({ verdict }) => verdict === 'broken'))
      return {
        tone: 'danger',
        title: 'Iemand kan iets te weten komen',
        meaning: `Hieronder staat wie, en over welke groep. Geef deze ${nouns[kind]} niet verder uit, en bedenk wie haar al heeft.`,
      }
    if (files.some(({ notInLedger, notInFile }) => notInLedger.length + notInFile.length > 0))
      return {
        tone: 'danger',
        title: 'De bestanden zeggen iets anders dan is vrijgegeven',
        meaning: 'Hieronder staat welke cijfers het zijn. Geef deze bestanden niet uit.',
      }
    return {
      tone: 'calm',
      title: 'Niemand komt iets te weten',
      meaning: `Uit deze bestanden is, buiten ${known[kind]}, niet op te maken of er ergens niemand achter zit, een enkeling of een groep. ${limits[kind]}`,
    }
  },
  truthUnknown:
    'Na deze rapportage zijn er casussen vernietigd. De echte aantallen kent Luwte niet meer; hieronder staat alleen wat iemand zeker te weten zou komen.',
  jointLeftOut:
    'Cijfers van een concern of van je hele praktijk zijn hier niet meegenomen. Daarop is gelet toen ze werden gemaakt.',
  attacksTitle: 'Wat er is geprobeerd',
  tried: (level: AttackOnFile['level'], kind: AttackedKind): string => tried[level](nouns[kind]),
  verdict: ({ level, verdict, questions }: AttackOnFile): string => {
    switch (verdict) {
      case 'withstood':
        return questions === 0
          ? 'Hier viel niets te ontdekken.'
          : `Dat lukt niet (${counted(questions, 'poging', 'pogingen')}).`
      case 'broken':
        return 'Dat lukt:'
      case 'not-played':
        return level === 'L2'
          ? 'Dit is niet geprobeerd: daarvoor hangen er te veel kruistabellen samen.'
          : 'Dit is niet geprobeerd.'
      case 'given-up':
        return 'Dit is niet helemaal nagegaan. In wat is geprobeerd, lukte het niet.'
    }
  },
  /** Which tables somebody who has the program went through, and which not. */
  tables: (tables: readonly ProgramTable[], kind: AttackedKind = 'organisation'): string[] => [
    ...(kind === 'organisation' ? [] : ['Dat kan Luwte alleen bij een rapportage over één organisatie.']),
    ...Object.entries(throughTables).flatMap(([outcomes, sentence]) => {
      const names = tables.filter(({ outcome }) => outcomes.split(' ').includes(outcome)).map(tableName)
      return names.length === 0 ? [] : [sentence(joined(names, 'en'))]
    }),
  ],
  finding: ({ about, min, max }: AttackOnFile['findings'][number], report: AttackedReport): string => {
    const range =
      max === null ? `ten minste ${min}` : min === max ? `precies ${min}` : `${min} tot en met ${max}`
    if (about === null) return `Een som van cijfers: ${range}`
    const whole = described(about, report)
    return about.without === undefined
      ? `${whole}: ${range}`
      : `Wat er van “${whole}” overblijft zonder “${described(about.without, report)}”: ${range}`
  },
  filesTitle: 'Wat er in de bestanden staat',
  read: ({ pdf, spreadsheet }: Record<File, number>): string =>
    `${inFile.pdf} ${stands(pdf)}, ${small(inFile.spreadsheet)} ${pdf === spreadsheet ? 'ook' : stands(spreadsheet)}.`,
  bothSame: 'Het zijn precies de cijfers die Luwte heeft vrijgegeven.',
  same: {
    pdf: 'Die van de PDF zijn precies de cijfers die Luwte heeft vrijgegeven.',
    spreadsheet: 'Die van het spreadsheet zijn precies de cijfers die Luwte heeft vrijgegeven.',
  } satisfies Record<File, string>,
  notInLedger: (file: File, count: number): string =>
    `${inFile[file]} ${stands(count)} ${count === 1 ? 'dat' : 'die'} Luwte niet heeft vrijgegeven:`,
  notInFile: (file: File, count: number): string =>
    `${inFile[file]} ${count === 1 ? 'ontbreekt 1 cijfer dat is' : `ontbreken ${count} cijfers die zijn`} vrijgegeven:`,
  /** A figure by name, with its period where that is another one. */
  figure: (figure: FigureInFile, report: Omit<AttackedReport, 'kind'>): string =>
    `${described(figure, report)}: ${ledgerText.value(figure.value)}`,
  otherNumbersTitle: (count: number): string =>
    `${counted(count, 'andere regel', 'andere regels')} met een getal`,
  otherNumbers:
    'Dit zijn geen cijfers uit tabellen. Kijk of er een aantal mensen in staat dat je niet wilde geven. Ook wat een bestand over zichzelf zegt staat hierbij, zoals de titel en de dag.',
  compareTitle: 'Welke bestanden zijn dit?',
  whichBytes: (kind: AttackedKind): string =>
    `Aangevallen zijn de PDF en het spreadsheet die Luwte zojuist maakte uit de vastgestelde ${nouns[kind]}. Dezelfde ${nouns[kind]} geeft altijd hetzelfde bestand. Wil je zeker weten dat je dit hebt gegeven, wijs dan het bestand aan.`,
  compare: 'Vergelijk met een bestand dat ik gaf',
  compared: (kind: AttackedKind): Record<VaultAnswer<'report.recogniseFile'>['is'], string> => ({
    pdf: 'Dit is precies de PDF die is aangevallen.',
    spreadsheet: 'Dit is precies het spreadsheet dat is aangevallen.',
    neither: `Dit bestand is een ander dan wat is aangevallen. Misschien is het na het bewaren veranderd, is het een andere ${nouns[kind]}${kind === 'organisation' ? ' of versie' : ''}, of komt het uit een eerdere uitgave van Luwte. Luwte heeft er verder niets mee gedaan.`,
  }),
} as const

/** Sentences by the outcomes that they are about. */
const throughTables: Record<string, (names: string) => string> = {
  'withstood broken': (names) => `Helemaal nagegaan: ${names}.`,
  'too-many': (names) => `Niet helemaal nagegaan, want er zijn te veel mogelijkheden: ${names}.`,
  'earlier-figures': (names) => `Niet geprobeerd, want eerdere cijfers gaan over dezelfde mensen: ${names}.`,
  crossed: (names) => `Niet geprobeerd, want het staat ook in een tabel met twee uitsplitsingen: ${names}.`,
  'printed-otherwise': (names) => `Niet na te gaan, want Luwte zou dit nu anders afdrukken: ${names}.`,
}

function tableName({ dimension }: ProgramTable): string {
  return dimension === TOTAL ? 'het totaal' : wordsOf(dimension).inSentence
}

function nameOf({ dimension, categories }: Counted, locations: LocationNames): string {
  if (dimension === TOTAL) return 'Alle melders'
  try {
    return `${wordsOf(dimension).heading}, ${mergedCategories(dimension, categories, locations)}`
  } catch {
    return 'Een andere uitsplitsing'
  }
}

/** A set by name, with whose people and which period where these are not those of the whole report. */
function described(
  { dimension, categories, crossing, among, period }: CountedOf,
  report: Omit<AttackedReport, 'kind'>,
): string {
  const names = [{ dimension, categories }, ...(crossing ? [crossing] : [])].map((one) =>
    nameOf(one, report.locations),
  )
  const where = among === undefined ? '' : `, bij ${organisationsIn(among, report.organisations)}`
  const isSameTime = period === undefined || periodKey(period) === periodKey(report.period)
  return `${names.join('; ')}${where}${isSameTime ? '' : `, ${periodName(period)}`}`
}

/** A few by name, more by their number. */
function organisationsIn(among: readonly string[], organisations: ReadonlyMap<string, string>): string {
  if (among.length > 3) return `${among.length} organisaties samen`
  const names = among.map((id) => organisations.get(id) ?? ledgerText.organisationGone)
  return `${joined(names, 'en')}${names.length === 1 ? '' : ' samen'}`
}

function counted(count: number, one: string, more: string): string {
  return count === 0 ? `geen ${more}` : count === 1 ? `1 ${one}` : `${count.toLocaleString('nl-NL')} ${more}`
}

function stands(count: number): string {
  return count === 1 ? 'staat 1 cijfer' : `staan ${counted(count, 'cijfer', 'cijfers')}`
}

function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
