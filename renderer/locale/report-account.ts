import type { ReportAudience } from '#shared/reports/report-audience.ts'
import { type Preset, printedTotal, type ReportTotal, type Threshold } from '#shared/statistics/presets.ts'
import type { GivenUp, ProtectedReport } from '#shared/statistics/protected-report.ts'
import type { ReportPeriod } from '#shared/statistics/report-period.ts'
import { joined, wordsOf } from './report-words.ts'

/** What stands nowhere apart. */
function smallGroups(threshold: Threshold): string {
  return (
    `Van groepen met minder dan ${threshold} melders staat er verder nergens een apart cijfer, ook niet als het nul is; ` +
    'zo is niet op te maken of er niemand, een enkeling of een groep achter zit.'
  )
}

/** Which totals are always said precisely, and what that tells besides. */
function alwaysPrecise(period: ReportPeriod): string {
  if ('from' in period) return 'het totaal van deze jaren samen altijd precies wordt genoemd'
  return period.half === null
    ? 'het totaal van het jaar altijd precies wordt genoemd, en dat van elk halfjaar waarover ik rapporteer; daarmee is ook het andere halfjaar bekend'
    : 'het totaal van het halfjaar altijd precies wordt genoemd, net als dat van het hele jaar; daarmee is ook het andere halfjaar bekend'
}

/** With whom it was agreed how figures are shown: the board, or whoever reads it the organisation. */
function agreedWith(audience: ReportAudience): string {
  return `Met ${audience === 'board' ? 'u' : 'de organisatie'} is afgesproken`
}

const NO_SMALL_REST = 'tenzij dat samen met een ander totaal een klein aantal zou verraden'

/** Every sentence of a report on how melders stay unrecognisable. */
export const accountWords = {
  anonymised: 'Zo blijven melders onherkenbaar',
  /** Under a total that is a range for another reason than that it is small. */
  notPrecise: (total: ReportTotal, preset: Preset): string =>
    isWidened(total, preset)
      ? 'Dit totaal staat er niet precies, omdat er al een totaal is dat er deels mee samenvalt, zoals dat van een halfjaar. Wie twee precieze getallen van elkaar aftrekt, houdt een klein aantal over.'
      : '',
  smallGroups,
  preset: (
    { preset, threshold }: Pick<ProtectedReport, 'preset' | 'threshold'>,
    period: ReportPeriod,
    audience: ReportAudience,
  ): string => {
    const [agreed, apart] = [agreedWith(audience), smallGroups(threshold)]
    switch (preset) {
      case 'ordinary':
        return `${agreed} dat ${alwaysPrecise(period)}. ${apart}`
      case 'careful':
        return (
          `${agreed} dat een klein totaal niet precies wordt genoemd, maar als “0 tot 4” of “5 tot 9”. ` +
          `Vanaf 10 melders staat het precieze aantal er, ${NO_SMALL_REST}. ${apart}`
        )
      case 'strict':
        return (
          `${agreed} dat het totaal pas vanaf 10 melders precies wordt genoemd, ${NO_SMALL_REST}. ` +
          `Tot die tijd leest u “minder dan 10, of geen”. ${apart}`
        )
    }
  },
  /** What breakdowns lack, and why: no reason is told that would say more of them than that they are not there. */
  givenUp: (fate: GivenUp['fate'], isUnproven: boolean, about: readonly Breakdown[]): string => {
    const names = joined(about.map(breakdownName), 'en')
    const noSmallGroup = isUnproven
      ? ', omdat niet volledig te controleren was wat er anders uit op te maken is.'
      : ', zodat er geen kleine groep apart staat.'
    switch (fate) {
      case 'merged':
        return `Bij ${names} zijn groepen samengenomen${noSmallGroup}`
      case 'hidden':
        return `Bij ${names} staan niet alle cijfers er${noSmallGroup}`
      case 'left-out':
        return isUnproven
          ? `Er is geen uitsplitsing naar ${names}: dat was niet volledig te controleren.`
          : `Er is geen uitsplitsing naar ${names}: daarin zouden, alleen of samen met wat u al weet, te kleine groepen te herkennen zijn.`
    }
  },
  /** How it was checked. */
  checked: ({ witnesses }: ProtectedReport['proof']): string =>
    `Gecontroleerd met ${calculations(witnesses)}, ook tegen eerdere rapportages en wat al bekend is.`,
  /** The same, with how many figures. */
  proof: (
    { witnesses, figures }: ProtectedReport['proof'],
    before = 'wat eerder is gerapporteerd en wat al bekend is',
  ): string =>
    `Gecontroleerd met ${calculations(witnesses)} tegen ${figures === 1 ? '1 cijfer' : `${figures} cijfers`}: ` +
    `wat hier staat, ${before}.`,
  limits:
    'Wat iemand zelf zag of hoorde, valt buiten deze controle. Ik vraag u niet te gissen naar personen.',
} as const

/** One breakdown by its dimension, or by both of a cross table. */
type Breakdown = Pick<GivenUp, 'dimension' | 'crossedWith'>

function breakdownName({ dimension, crossedWith }: Breakdown): string {
  const name = wordsOf(dimension).inSentence
  return crossedWith === undefined ? `‘${name}’` : `‘${name} × ${wordsOf(crossedWith).inSentence}’`
}

function calculations(count: number): string {
  return count === 1 ? '1 controleberekening' : `${count} controleberekeningen`
}

/** True for a range that is not one of those in which the preset says small totals. */
function isWidened(total: ReportTotal, preset: Preset): boolean {
  if (total.shown !== 'band') return false
  const plain = printedTotal(preset, total.from)
  return plain.shown !== 'band' || plain.from !== total.from || plain.to !== total.to
}
