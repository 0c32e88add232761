import { type Page } from 'playwright'

/** A label, whatever hint stands behind it. */
function named(label: string): RegExp {
  return new RegExp(`(^|\\s)${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}

/** What an advisor does with keyboard and mouse, by the names that she reads on the screen. */
export class Hands {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async goTo(area: string): Promise<void> {
    await this.#page
      .getByRole('navigation', { name: 'Onderdelen' })
      .getByRole('link', { name: new RegExp(`^${area}`) })
      .click()
    await this.#page.getByRole('heading', { level: 1 }).first().waitFor()
  }

  async type(label: string, text: string): Promise<void> {
    await this.#page.getByLabel(named(label)).first().fill(text)
  }

  /** A day as `YYYY-MM-DD`, typed part by part as d m jjjj. */
  async typeDate(label: string, date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-')
    await this.#page
      .getByRole('group', { name: named(label) })
      .getByRole('spinbutton')
      .first()
      .click()
    await this.#page.keyboard.type(`${day}${month}${year}`)
  }

  /** Opens a short list and picks a choice. */
  async choose(label: string, choice: string): Promise<void> {
    await this.#page
      .getByRole('button', { name: named(label) })
      .first()
      .click()
    await this.#page.getByRole('option', { name: choice, exact: true }).click()
  }

  /** Types a few letters in a long list and picks a choice. */
  async find(label: string, letters: string, choice: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: named(label) }).fill(letters)
    await this.#page.getByRole('option', { name: choice }).first().click()
  }

  async tick(label: string): Promise<void> {
    await this.#page.getByText(label, { exact: true }).click()
  }

  async press(name: string): Promise<void> {
    await this.#page.getByRole('button', { name, exact: true }).first().click()
  }

  async heading(name: string | RegExp): Promise<void> {
    await this.#page.getByRole('heading', { name }).first().waitFor()
  }

  /** Follows what leads elsewhere, link or button, by its words. */
  async follow(name: string): Promise<void> {
    const link = this.#page.getByRole('link', { name })
    await link.or(this.#page.getByRole('button', { name })).first().click()
  }
}
