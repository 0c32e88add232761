import type { FoundAttack } from '#shared/statistics/attack/found-figures.ts'
import type { Played } from '../play-caseload.ts'

/** Counts what kinds of caseloads were played, what they printed and what attackers found. */
export class Census {
  readonly #counts = new Map<string, number>()

  add({ caseload, ledger, reports, refused }: Played, attacks: readonly FoundAttack[]): void {
    const { organisations, melders, locations, byHand, reports: asked } = caseload
    const [first] = organisations
    this.#count('caseloads')
    if (organisations.length === 1) {
      this.#count(`preset ${first?.preset}`)
      this.#count(`billing ${first?.billing}`)
    }
    this.#count(`melders ${bucket(melders.length, [3, 5, 10, 20, 40, 80, 160])}`)
    this.#count(`locations ${bucket(locations, [1, 2, 5, 10, 20])}`)
    this.#count(`reports asked for ${asked.length}`)
    for (const about of new Set(asked.map((report) => report.about)))
      this.#count(
        typeof about === 'number' ? 'with reports of organisations' : `with a report of the ${about}`,
      )
    if (asked.some(({ corrects }) => corrects)) this.#count('with a corrected report')
    if (byHand.length > 0) this.#count('with figures by hand before')
    const small = ledger.slice(0, byHand.length).filter(({ value }) => typeof value === 'number' && value < 5)
    if (small.length > 0) this.#count('with small figures by hand before')
    for (const slug of refused) this.#count(`refused ${slug}`)
    for (const report of reports) {
      this.#count(`printed report of ${report.about.kind}`)
      this.#count(`printed total as ${report.total.shown}`)
      this.#count('printed one-way tables', report.tables.length)
      this.#count('printed cross tables', report.crossTables.length)
      const values = [
        ...report.tables.flatMap(({ rows }) => rows.map(({ value }) => value)),
        ...report.crossTables.flatMap(({ values: lines }) => lines.flat()),
      ]
      const hidden = values.filter((value) => value === 'hidden').length
      this.#count('printed numbers in tables', values.length - hidden)
      this.#count('hidden numbers in tables', hidden)
    }
    for (const { level, verdict, findings } of attacks) {
      this.#count(`${level} ${verdict}`)
      this.#count(`${level} violations`, findings.length)
    }
  }

  /** One line for each kind, in order of name. */
  lines(): string {
    return [...this.#counts]
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .map(([kind, count]) => `${String(count).padStart(8)}  ${kind}\n`)
      .join('')
  }

  #count(kind: string, times = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + times)
  }
}

function bucket(count: number, starts: readonly number[]): string {
  const from = starts.filter((start) => start <= count).at(-1) ?? 0
  const next = starts.find((start) => start > count)
  return next === undefined ? `${from} and more` : from === next - 1 ? `${from}` : `${from} to ${next - 1}`
}
