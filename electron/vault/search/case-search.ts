import MiniSearch from 'minisearch'
import { type Id } from '#shared/kernel/id.ts'
import { foldText, searchWords } from '#shared/kernel/search-words.ts'
import { type Caseload, type Written } from '../caseload.ts'

type Document = {
  id: Id
  reference: string
  label: string
  organisation: string
  people: string
  notes: string
}

const SNIPPET_BEFORE = 40
const SNIPPET_LENGTH = 140

/**
 * Finds cases by what stands in them: reference, label, organisation, people, notes. Lives in the memory of the
 * vault process, is built at the first search, and follows every write after that.
 */
export class CaseSearch {
  readonly #caseload: Caseload
  #index: MiniSearch<Document> | null = null
  readonly #stale = new Set<string>()

  constructor(caseload: Caseload) {
    this.#caseload = caseload
  }

  /** Remembers which cases were written, to index them anew when somebody searches. */
  noteWritten(written: readonly Written[]): void {
    for (const { kind, id, before, after } of written) {
      const record = after ?? before
      // A case that went leaves its words in the index until it is made anew: nothing of a destroyed one may stay.
      if (kind === 'case' && after === null) this.#index = null
      else if (kind === 'case') this.#stale.add(id)
      else if (record?.kind === 'entry' || record?.kind === 'persons') this.#stale.add(record.value.caseId)
      else if (kind === 'organisation') this.#index = null
    }
  }

  /** Cases in which every word occurs, whole, as a beginning, or with one slip; best first, at most 50. */
  find(query: string): { id: Id; snippet: string }[] {
    const words = searchWords(query)
    if (words.length === 0) return []
    return this.#ready()
      .search(query)
      .slice(0, 50)
      .map((hit) => ({ id: hit.id as Id, snippet: this.#snippet(hit.id as Id, words) }))
  }

  #ready(): MiniSearch<Document> {
    if (this.#index === null) {
      this.#index = new MiniSearch<Document>({
        fields: ['reference', 'label', 'organisation', 'people', 'notes'],
        processTerm: foldText,
        searchOptions: {
          combineWith: 'AND',
          prefix: true,
          fuzzy: (term) => (term.length > 5 ? 1 : 0),
          boost: { reference: 4, people: 3, label: 2, organisation: 2 },
        },
      })
      this.#index.addAll(this.#caseload.all('case').map((caseFile) => this.#document(caseFile.id)))
    } else {
      for (const id of this.#stale) {
        if (this.#index.has(id)) this.#index.discard(id)
        if (this.#caseload.get('case', id as Id) !== undefined) this.#index.add(this.#document(id))
      }
    }
    this.#stale.clear()
    return this.#index
  }

  #document(id: string): Document {
    const caseFile = this.#caseload.get('case', id)
    const persons = this.#caseload.get('persons', `persons-${id}`)
    return {
      id,
      reference: caseFile?.reference ?? '',
      label: caseFile?.label ?? '',
      organisation: this.#caseload.get('organisation', caseFile?.organisationId ?? '')?.name ?? '',
      people: (persons?.people ?? []).map((person) => `${person.name} ${person.reach}`).join(' '),
      notes: this.#caseload
        .entriesOf(id)
        .map((entry) => entry.note)
        .join('\n'),
    }
  }

  /** The part of a note around the first word found, or the beginning of the last note. */
  #snippet(id: Id, words: readonly string[]): string {
    const notes = this.#caseload.entriesOf(id).map((entry) => entry.note)
    for (const note of notes) {
      const folded = foldText(note)
      const at = words.map((word) => folded.indexOf(word)).find((index) => index >= 0)
      if (at === undefined) continue
      const start = Math.max(0, at - SNIPPET_BEFORE)
      return `${start > 0 ? '…' : ''}${note.slice(start, start + SNIPPET_LENGTH).replace(/\s+/gu, ' ')}`
    }
    return (notes.at(-1) ?? '').slice(0, SNIPPET_LENGTH).replace(/\s+/gu, ' ')
  }
}
