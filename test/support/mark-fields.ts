import { randomBytes } from 'node:crypto'
import { type Locator, type Page } from 'playwright'

/** Everything on a page into which text can be typed; the parts of a date take digits only. */
const FIELDS = [
  'input:not([type=radio],[type=checkbox],[type=file],[type=range],[type=hidden])',
  'textarea',
  '[contenteditable]:not([role=spinbutton])',
]
  .map((selector) => `${selector}:visible`)
  .join(', ')

/** A text that was typed into one field and nowhere else. */
export type TypedMarker = { marker: string; screen: string; field: string }

/** Types a text of its own into every field that it finds, and remembers what went where. */
export class FieldMarkers {
  /** All markers begin with it, so that one search finds each of them. Letters only: a number takes none of them. */
  readonly stem = `spoor${lettersFor(randomBytes(6).readUIntBE(0, 6), 10)}`
  readonly typed: TypedMarker[] = []
  /** Fields that let no letter in: numbers. */
  readonly refused: string[] = []
  readonly #secrets: string[] = []

  /** Texts that one search has to look for to find any of them: the beginning of all markers, and other secrets. */
  get needles(): readonly string[] {
    return [this.stem, ...this.#secrets]
  }

  /** Remembers a text that is not a marker and should be nowhere either. */
  addSecret(text: string): void {
    this.#secrets.push(text)
  }

  /** A marker for a field that is filled by hand. */
  next(screen: string, field: string): string {
    const marker = `${this.stem}${lettersFor(this.typed.length, 3)}`
    this.typed.push({ marker, screen, field })
    return marker
  }

  /**
   * Types a marker into every field of the page, or of the dialog that lies over it, and also into those that appear
   * while it types. Afterwards `valid` is filled in by label, where a marker would be refused.
   */
  async fill(page: Page, screen: string, valid: Readonly<Record<string, string>> = {}): Promise<void> {
    const seen = new Set<string>()
    for (let hasNew = true; hasNew;) {
      hasNew = false
      const now = new Map<string, number>()
      for (const field of await fieldsNow(page)) {
        const label = await nameOf(field)
        now.set(label, (now.get(label) ?? 0) + 1)
        const name = `${label} (${now.get(label) ?? 0})`
        if (seen.has(name)) continue
        seen.add(name)
        hasNew = true
        await this.#typeInto(page, field, screen, name)
      }
    }
    // A list of choices that is still open hides the rest of the page from the keyboard.
    await page.locator(':focus').blur()
    for (const [label, text] of Object.entries(valid)) {
      await page
        .getByLabel(new RegExp(`^${label}`))
        .first()
        .fill(text)
    }
  }

  async #typeInto(page: Page, field: Locator, screen: string, name: string): Promise<void> {
    const marker = this.next(screen, name)
    await field.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(marker)
    const held = await field.evaluate((element) => (element as HTMLInputElement).value)
    if (held.includes(marker)) return
    this.typed.pop()
    this.refused.push(`${screen}: ${name}`)
  }
}

function lettersFor(number: number, count: number): string {
  const digits = Array.from({ length: count }, (_, place) => Math.floor(number / 26 ** place) % 26)
  return String.fromCharCode(...digits.map((digit) => 97 + digit))
}

async function fieldsNow(page: Page): Promise<Locator[]> {
  const dialogs = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  const over = (await dialogs.count()) > 0 ? dialogs.last() : page.locator('body')
  const found: Locator[] = []
  for (const handle of await over.locator(FIELDS).all()) if (await handle.isEditable()) found.push(handle)
  return found
}

/** What the field is called on the screen. */
function nameOf(field: Locator): Promise<string> {
  return field.evaluate(
    (element) =>
      (element as HTMLInputElement).labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? '',
  )
}
