import {
  type CheckedPart,
  type CheckFinding,
  isFault,
  type WholeCheck,
} from '#shared/contracts/safety-check.ts'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { longDate } from './dates.ts'
import { momentWords } from './moment.ts'
import { vaultPart } from './vault.ts'

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** A finding in three sentences: what it is, what is safe, what to do. */
export type FindingWords = { title: string; what: string; safe: string; act: string }

const TITLES: Record<CheckFinding, string> = {
  damaged: 'Beschadigd',
  tampered: 'Veranderd door iemand of iets buiten Luwte',
  missing: 'Verdwenen',
  'rolled-back': 'De kluis is ouder dan een back-up',
  'newer-format': 'Van een nieuwere Luwte',
  'other-secret': 'Gaat open met een eerdere wachtzin of sleutel',
  'not-opened': 'Kon niet worden geopend',
  'out-of-reach': 'Nu niet binnen bereik',
}

const SOMEBODY =
  'Deed je dit niet zelf, dan kan een ander bij deze computer zijn geweest: verander je wachtzin, maak daarna nieuwe sleutels en vraag iemand die je vertrouwt om naar de computer te kijken.'

/** About the files of the vault itself, which memory can write anew. */
function inVault(finding: CheckFinding, of: string, mended: boolean): Omit<FindingWords, 'title'> {
  const name = of === 'snapshot-before' ? 'De momentopname daarvoor' : vaultPart(of)
  const safe = mended
    ? 'Je bent niets kwijt: alles stond nog in het geheugen, en Luwte heeft het opnieuw geschreven. Het bestand zoals het was is apart bewaard.'
    : 'Alles staat nog in het geheugen van deze computer, maar Luwte kon het nu niet opnieuw schrijven.'
  const now = 'Vergrendel nog niet. Maak ruimte op de schijf en maak meteen een back-up. '
  if (finding === 'missing')
    return { what: `${name}: dit is weg.`, safe, act: `${mended ? '' : now}${SOMEBODY}` }
  if (finding === 'tampered')
    return {
      what: `${name}: het bestand is heel, maar niet zoals Luwte het schreef. Zoiets gebeurt niet vanzelf.`,
      safe,
      act: `${mended ? '' : now}${SOMEBODY}`,
    }
  return {
    what: `${name}: wat op de schijf staat klopt niet meer met wat er geschreven is. Meestal komt dat door de schijf.`,
    safe,
    act: `${mended ? '' : now}Gebeurt het vaker, laat de schijf dan nakijken. Maak in elk geval vandaag een back-up.`,
  }
}

/** A backup by its day first, and by its file name for who looks for it. */
function backupWords(fileName: string, place: string): string {
  const date = /-(\d{4}-\d\d-\d\d)\.luwte$/.exec(fileName)?.[1]
  return date === undefined
    ? `Het bestand ${fileName} in ${place}`
    : `De back-up van ${longDate(calendarDate(date))} in ${place} (${fileName})`
}

function inBackups(finding: CheckFinding, of: string, place: string): Omit<FindingWords, 'title'> {
  const name = backupWords(of, place)
  const safe =
    'Je kluis en je andere back-ups hebben hier geen last van. Luwte telt dit bestand niet meer mee als back-up.'
  const anew = 'Maak nu een nieuwe back-up.'
  switch (finding) {
    case 'damaged':
      return {
        what: `${name} is stuk en gaat niet meer open. Meestal komt dat door de stick of schijf.`,
        safe,
        act: `${anew} Gebeurt het vaker, vervang dan de stick of schijf. Het kapotte bestand mag je weggooien.`,
      }
    case 'tampered':
      return {
        what: `${name} is een heel bestand, maar niet de back-up die daar hoort te staan. Zoiets gebeurt niet vanzelf.`,
        safe,
        act: `Zet dit bestand niet terug. ${anew} ${SOMEBODY}`,
      }
    case 'missing':
      return {
        what: `${name} is er niet meer.`,
        safe,
        act: 'Wiste je het zelf, dan is het goed. Anders heeft een ander er misschien een kopie van: die gaat alleen open met je wachtzin of herstelsleutel. Verander dan je wachtzin.',
      }
    case 'newer-format':
      return {
        what: `${name} is gemaakt met een nieuwere Luwte.`,
        safe: 'Het bestand is niet beschadigd.',
        act: 'Open het met die nieuwere versie.',
      }
    case 'other-secret':
      return {
        what: `${name} is van voor je laatste verandering van wachtzin of sleutels, en is hier niet geopend.`,
        safe: 'Het bestand is niet beschadigd.',
        act: 'Je hoeft niets te doen. Kent een ander je oude wachtzin, gooi dit bestand dan weg.',
      }
    case 'out-of-reach':
      return {
        what: `${place} is nu niet gevonden; de back-ups daar zijn niet gecontroleerd.`,
        safe: 'Je kluis zelf is wel helemaal gecontroleerd.',
        act: 'Sluit de stick of schijf aan en controleer opnieuw.',
      }
    case 'not-opened':
    case 'rolled-back':
      return {
        what: `${name} kon nu niet worden geopend; of het heel is, is niet gezien.`,
        safe: 'Aan je kluis en aan dit bestand is niets veranderd.',
        act: 'Sluit andere programma’s en controleer opnieuw.',
      }
  }
}

function elsewhere(
  part: CheckedPart['part'],
  finding: CheckFinding,
  place: string,
): Omit<FindingWords, 'title'> {
  if (part === 'lock')
    return {
      what: 'Het bestand waarmee Luwte de kluis voor zichzelf houdt is weg of van een ander.',
      safe: 'Wat je schreef is er nog; Luwte let er bij elke verandering op.',
      act: 'Sluit Luwte op andere computers die bij deze map kunnen. Vergrendel daarna en open opnieuw.',
    }
  if (finding === 'rolled-back')
    return {
      what: `In ${place} staat een back-up met werk dat niet in deze kluis staat. De kluis is als geheel door een oudere vervangen.`,
      safe: 'De back-ups zijn er nog, en wat in deze kluis staat is heel.',
      act: 'Zette je zelf een oudere back-up terug, dan klopt dit. Zo niet, schrijf hier dan niet verder, en zet de nieuwste back-up terug: die komt naast deze kluis te staan.',
    }
  if (finding === 'newer-format')
    return {
      what: `De lijst van wat vernietigd is in ${place} is gemaakt met een nieuwere Luwte.`,
      safe: 'De lijst is niet beschadigd, en in je kluis blijft vernietigd wat vernietigd is.',
      act: 'Gebruik die nieuwere versie.',
    }
  const broken = finding === 'missing' ? 'ontbreekt' : finding === 'damaged' ? 'is stuk' : 'is veranderd'
  return {
    what: `De lijst van wat vernietigd is ${broken} in ${place}. Met die lijst weet een lege computer wat niet terug mag komen.`,
    safe: 'In je kluis zelf blijft vernietigd wat vernietigd is.',
    act: `Maak nu een back-up: dan staat de lijst er weer.${finding === 'tampered' ? ` ${SOMEBODY}` : ''}`,
  }
}

/** What a finding is, what is safe and what to do. `mended`: the vault was written anew after it. */
export function findingWords(
  { part, place }: Pick<CheckedPart, 'part' | 'place'>,
  { finding, of }: CheckedPart['findings'][number],
  mended: boolean,
): FindingWords {
  const title = TITLES[finding]
  if (part === 'backups') return { title, ...inBackups(finding, of, place ?? '') }
  if (part === 'lock' || part === 'anchors' || part === 'destroyed-list')
    return { title, ...elsewhere(part, finding, place ?? '') }
  return { title, ...inVault(finding, of, mended) }
}

const copies = (count: number): string => counted(count, 'exemplaar', 'exemplaren')

/** What was looked at, in the words of somebody who never saw the files. */
export function partWords({ part, place, count }: CheckedPart): { name: string; looked: string } {
  const at = place ?? ''
  switch (part) {
    case 'headers':
      return { name: 'Het slot van de kluis', looked: copies(count) }
    case 'keyring':
      return { name: 'De sleutelbos in de kluis', looked: copies(count) }
    case 'snapshot':
      return { name: 'De laatste momentopname', looked: 'helemaal geopend' }
    case 'snapshot-before':
      return { name: 'De momentopname daarvoor', looked: 'helemaal geopend' }
    case 'journal':
      return { name: 'Het logboek van wat je daarna schreef', looked: 'regel voor regel' }
    case 'records':
      return {
        name: 'Alles wat je opschreef',
        looked: `${counted(count, 'onderdeel', 'onderdelen')} geopend`,
      }
    case 'lock':
      return { name: 'Dat alleen deze Luwte de kluis open heeft', looked: 'nagekeken' }
    case 'anchors':
      return {
        name: `Dat de kluis niet is teruggedraaid, volgens ${at}`,
        looked: counted(count, 'back-up', 'back-ups'),
      }
    case 'destroyed-list':
      return { name: `De lijst van wat vernietigd is, in ${at}`, looked: 'geopend' }
    case 'backups':
      return { name: `De back-ups in ${at}`, looked: `${counted(count, 'back-up', 'back-ups')} geopend` }
  }
}

/** Checking everything. */
export const checkText = {
  title: 'Alles controleren',
  never: 'Nog niet.',
  good: (at: string, now: Date) => `${momentWords(at, now)}: alles is heel.`,
  bad: (at: string, now: Date, faults: number) =>
    `${momentWords(at, now)}: ${counted(faults, 'ding viel', 'dingen vielen')} op.`,
  begin: 'Alles nu controleren',
  again: 'Controleer opnieuw',
  seeLast: 'Bekijk de uitkomst',
  lead: 'Luwte leest de hele kluis opnieuw van de schijf en vergelijkt elk onderdeel, en opent elke back-up die er nu is zoals een lege computer dat zou doen. Daarvoor is je wachtzin nodig. Je kunt intussen niet verder werken; stoppen kan altijd.',
  action: 'Controleer alles',
  proving: 'Je wachtzin wordt gecontroleerd.',
  running: (done: number, steps: number) =>
    done === 0 ? 'De kluis wordt van de schijf gelezen.' : `Stap ${done + 1} van ${steps}: de back-ups.`,
  stop: 'Stop de controle',
  stopped: 'De controle is gestopt. Er is niets veranderd, en niets van onthouden.',
  resultTitle: 'Uitkomst van de controle',
  checkedAt: (at: string, now: Date) => `Gecontroleerd ${momentWords(at, now)}.`,
  noResult: 'Er is nog geen uitkomst.',
  allGood: 'Alles is heel',
  allGoodBody: 'Je kluis en elke back-up die er was gingen open tot het laatste onderdeel.',
  allGoodWithNotes: 'Wat Luwte kon zien is heel. Hieronder staat wat niet gezien is.',
  notGood: (faults: number) =>
    `${counted(faults, 'ding viel op', 'dingen vielen op')}. Is alles gedaan, controleer dan opnieuw: zo weet je dat het heel is.`,
  caption: 'Wat er gecontroleerd is',
  columns: { part: 'Onderdeel', looked: 'Gekeken', outcome: 'Uitkomst' },
  whole: 'heel',
  noticed: (findings: number) => counted(findings, 'ding viel op', 'dingen vielen op'),
  notSeen: 'niet gezien',
  asLeft: 'heel; zie hieronder',
  safe: 'Wat veilig is:',
  act: 'Wat je kunt doen:',
}

/** How many findings of a check are faults. */
export function faultsIn({ parts }: WholeCheck): number {
  return parts.flatMap(({ findings }) => findings).filter(isFault).length
}
