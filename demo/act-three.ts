import { type Page } from 'playwright'
import { type Hands } from './hands.ts'
import { type Stage } from './stage.ts'
import { ORGANISATIONS } from './story.ts'

function fileName(organisation: string): string {
  return organisation.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

/** Confirms in the dialog what was asked for outside it. */
async function confirm(page: Page): Promise<void> {
  await page.getByRole('alertdialog').getByRole('button', { name: /^Maak/ }).click()
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
}

/** The yearly invoice of the first organisation, by hand. */
export async function makeYearlyInvoice(stage: Stage, hands: Hands, year: number): Promise<void> {
  const { page } = stage
  await hands.goTo('Facturen')
  await hands.follow(`Jaarfacturen ${year}`)
  await hands.heading(`Jaarfacturen ${year}`)
  await page.getByRole('button', { name: 'Maak factuur voor Kinderopvang Fantasia' }).waitFor()
  await stage.picture('facturen-jaar')
  await page.getByRole('button', { name: 'Maak factuur voor Kinderopvang Fantasia' }).click()
  await stage.picture('factuur-maken')
  await confirm(page)
  await page.getByRole('link', { name: 'Bekijk de factuur' }).waitFor()
}

/** The yearly invoices: one by hand, the others at once, each kept as a PDF; then the hours of the last half-year. */
export async function sendInvoices(stage: Stage, hands: Hands, year: number): Promise<number> {
  const { page } = stage
  await makeYearlyInvoice(stage, hands, year)
  await page.getByRole('button', { name: /^Maak alle/ }).click()
  await confirm(page)
  await page.getByRole('link', { name: 'Bekijk de facturen' }).waitFor()

  await hands.goTo('Facturen')
  await hands.follow('Uren per half jaar')
  const before = page.getByRole('link', { name: `Naar de tweede helft van ${year - 1}` })
  await hands.heading(/^Uren over/)
  if (await before.isVisible()) await before.click()
  await page.getByRole('button', { name: /^Maak alle/ }).waitFor()
  await stage.picture('facturen-uren')
  await page.getByRole('button', { name: /^Maak alle/ }).click()
  await confirm(page)
  await page.getByRole('link', { name: 'Bekijk de facturen' }).click()

  const numbers = page.getByRole('rowheader').filter({ hasText: /^\d{4}-\d{4}$/ })
  await numbers.first().waitFor()
  await stage.picture('facturen')
  const made = (await numbers.allInnerTexts()).map((text) => text.trim())
  for (const [index, number] of made.entries()) {
    await hands.goTo('Facturen')
    await page.getByRole('link', { name: number }).click()
    await hands.heading(new RegExp(number))
    if (index === 0) await stage.picture('factuur')
    await stage.saves(page.getByRole('button', { name: 'Bewaar als PDF' }), `factuur-${number}.pdf`)
  }
  return made.length
}

/** The annual reports of the last year: written, one shown as a draft, settled, and kept as PDF and spreadsheet. */
export async function settleReports(
  stage: Stage,
  hands: Hands,
  year: number,
  organisations: readonly { name: string }[] = ORGANISATIONS,
): Promise<void> {
  const { page } = stage
  await hands.goTo('Rapportages')
  await stage.picture('rapportages')
  for (const [index, { name }] of organisations.entries()) {
    await hands.goTo('Rapportages')
    await hands.follow(name)
    await hands.heading(new RegExp(name))
    if (index === 0) {
      await hands.type(
        'Wat je zag',
        'Teams die veel van samenstelling wisselen, spreken elkaar minder snel aan. Wie wel het gesprek aanging, kwam er meestal samen uit.',
      )
      await hands.press('Voeg een aanbeveling toe')
      await hands.type('Aanbeveling 1', 'Maak elkaar aanspreken een vast onderwerp in het werkoverleg.')
      await hands.type(
        `Werkplan voor ${year + 1}`,
        '- Voorlichting aan alle teams\n- Kennismaking met nieuwe leidinggevenden',
      )
    }
    await page.getByRole('img', { name: /Bladzijde 1 van/ }).waitFor()
    if (index === 0) await stage.picture('rapportage-concept')
    const file = `jaarrapportage-${year}-${fileName(name)}`
    if (index === 0)
      await stage.saves(
        page.getByRole('button', { name: 'Bewaar concept zonder cijfers' }),
        `${file}-concept.pdf`,
      )
    await hands.press('Stel vast')
    await hands.type('Voor wie is deze rapportage?', 'Directie en HR')
    if (index === 0) await stage.picture('rapportage-vaststellen')
    await hands.press('Stel de rapportage vast')
    await page
      .getByText(/Vastgesteld op/)
      .first()
      .waitFor()
    await stage.saves(page.getByRole('button', { name: 'Bewaar als PDF' }), `${file}.pdf`)
    await stage.saves(page.getByRole('button', { name: 'Bewaar als spreadsheet' }), `${file}.xlsx`)
    if (index === 0) await stage.picture('rapportage-vastgesteld')
  }
}
