import { type Hands } from './hands.ts'
import { type Stage } from './stage.ts'

/** A walk past the screens of a filled caseload: finding back, the list of today, one case, one organisation. */
export async function lookAround(stage: Stage, hands: Hands): Promise<void> {
  const { page } = stage
  await stage.picture('vandaag')
  await hands.goTo('Casussen')
  await stage.picture('casussen')
  await page.getByRole('searchbox').first().fill('werkoverleg')
  await page.waitForTimeout(400)
  await stage.picture('casussen-zoeken')
  await hands.goTo('Organisaties')
  await stage.picture('organisaties')
  await hands.follow('Kinderopvang Fantasia')
  await hands.heading('Kinderopvang Fantasia')
  await stage.picture('organisatie')
  await hands.goTo('Uren')
  await stage.picture('uren-vol')
  await hands.goTo('Beveiliging')
  await stage.picture('beveiliging')
  await page.keyboard.press('F2')
  await page.keyboard.type('Belt over wat er gisteren op de groep gebeurde.')
  await stage.picture('in-gesprek')
  await page.keyboard.press('F2')
  await stage.picture('in-gesprek-bewaren')
  await hands.tick('Niets: gooi de notitie weg')
  await hands.press('Gooi de notitie weg')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Gooi de notitie weg' }).click()
  await page.getByText('De notitie is weg.').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('lucht')
  await stage.picture('zoek-of-doe')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await stage.picture('toetsen')
  await page.keyboard.press('Escape')
}
