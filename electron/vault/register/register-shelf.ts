import { type RegisterRow } from '#shared/organisations/register-row.ts'
import { searchableRegister, type SearchableRegister } from './search-register.ts'

/** The register file that was opened in this sitting: public facts, kept in memory only. */
export class RegisterShelf {
  #rows: SearchableRegister | null = null

  /** The rows, ready for searching, or `null` while no file was opened. */
  get rows(): SearchableRegister | null {
    return this.#rows
  }

  hold(rows: readonly RegisterRow[]): void {
    this.#rows = searchableRegister(rows)
  }
}
