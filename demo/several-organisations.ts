import { type Hands } from './hands.ts'
import { type Stage } from './stage.ts'

/**
 * The report of a group over its entities, settled and kept as PDF and spreadsheet; then the comparison of the whole
 * caseload, which this caseload does not allow: the screen says why.
 */
export async function reportTogether(stage: Stage, hands: Hands, year: number): Promise<void> {
  const { page } = stage
  await hands.goTo('Rapportages')
  await hands.follow('Verzonnen Groep')
  await hands.heading(/Verzonnen Groep/)
  await page.getByRole('img', { name: /Bladzijde 1 van/ }).waitFor()
  await hands.press('Uitsplitsingen')
  await stage.picture('rapportage-concern')
  await hands.press('Stel vast')
  await hands.type('Voor wie is deze rapportage?', 'Directie en HR van het concern')
  await stage.picture('rapportage-concern-vaststellen')
  await hands.press('Stel de rapportage vast')
  await page
    .getByText(/^Vastgesteld op/)
    .first()
    .waitFor()
  const file = `concernrapportage-${year}-verzonnen-groep`
  await stage.saves(page.getByRole('button', { name: 'Bewaar als PDF' }), `${file}.pdf`)
  await stage.saves(page.getByRole('button', { name: 'Bewaar als spreadsheet' }), `${file}.xlsx`)
  await stage.picture('rapportage-concern-vastgesteld')

  await hands.goTo('Rapportages')
  await hands.follow('Mijn hele praktijk')
  await hands.heading(/mijn hele praktijk/)
  await page.getByRole('alert').waitFor()
  await stage.picture('vergelijking-kan-niet')
}
