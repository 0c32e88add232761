import { type ReportedEntity } from '#shared/reports/annual-report.ts'
import { type LedgerValue } from '#shared/statistics/ledger.ts'
import { jointWords } from '../../locale/joint-report-document.ts'
import { totalAtEnd } from '../../locale/read-totals.ts'

/** An entity of which a row was read, or of which it may be: `rest` is what its name still lacks. */
type Named = { organisationId: string; rest: string }

/** What a line said: the total of an entity, or nothing yet while its name goes on below. */
export type EntityLine = { organisationId: string; value: LedgerValue } | 'goes-on'

const { name, kvk, locations, melders } = jointWords.entityColumns
const HEADING = [name, kvk, locations, melders].join(' ')

/**
 * The table of the entities of a group: name, number of the Chamber of Commerce, locations, melders. A long name goes on
 * below its first line, beside which its values stand. Only entities that the report names are known.
 */
export class EntityRows {
  readonly #entities: readonly ReportedEntity[]
  readonly #lost: string[] = []
  #open: { line: string; value: LedgerValue; named: Named[] } | null = null

  constructor(entities: readonly ReportedEntity[]) {
    this.#entities = entities
  }

  /** True for the line above such a table. */
  static opensOn(line: string): boolean {
    return line === HEADING
  }

  /** What a line says; null when it is no row, nor the rest of a name. */
  take(line: string): EntityLine | null {
    const went = this.#goneOn(line)
    if (went !== null) return went
    this.#loseOpen()
    const row = totalAtEnd(line)
    if (row === null) return null
    const named = this.#entities.flatMap(({ organisationId, name: whole, kvkNumber }): Named[] => {
      const begun = nameIn(row.rest, kvkNumber)
      return begun === null ? [] : restOf(whole, begun).map((rest) => ({ organisationId, rest }))
    })
    return this.#named(line, row.value, named)
  }

  /** The first lines of rows whose names did not end. */
  left(): string[] {
    this.#loseOpen()
    return this.#lost.splice(0)
  }

  #loseOpen(): void {
    if (this.#open !== null) this.#lost.push(this.#open.line)
    this.#open = null
  }

  #goneOn(line: string): EntityLine | null {
    if (this.#open === null) return null
    const named = this.#open.named.flatMap(({ organisationId, rest }) =>
      restOf(rest, line).map((still) => ({ organisationId, rest: still })),
    )
    return this.#named(this.#open.line, this.#open.value, named)
  }

  #named(line: string, value: LedgerValue, named: Named[]): EntityLine | null {
    if (named.length === 0) return null
    const whole = named.find(({ rest }) => rest === '')
    this.#open = whole === undefined ? { line, value, named } : null
    return whole === undefined ? 'goes-on' : { organisationId: whole.organisationId, value }
  }
}

/** The name before the number of the Chamber of Commerce and that of the locations. */
function nameIn(text: string, kvkNumber: string): string | null {
  const [, before] = /^(.+) \d+$/.exec(text) ?? []
  if (before === undefined || kvkNumber === '') return before ?? null
  return before.endsWith(` ${kvkNumber}`) ? before.slice(0, -kvkNumber.length - 1) : null
}

/** What a name lacks after its beginning, in a list; empty when it begins otherwise. */
function restOf(whole: string, begun: string): string[] {
  if (whole === begun) return ['']
  return whole.startsWith(`${begun} `) ? [whole.slice(begun.length + 1)] : []
}
