import { type Hands } from './hands.ts'
import { type Stage } from './stage.ts'

/** Somebody calls: a new melding from the keyboard, a step with consent, a name, and the case is closed. */
export async function followCase(stage: Stage, hands: Hands): Promise<void> {
  const { page } = stage
  await page.keyboard.press('Control+n')
  await hands.heading('Nieuwe melding')
  await page.keyboard.type('Melder belt over de sfeer in het team en wil eerst haar verhaal kwijt.')
  await hands.find('Organisatie', 'fantasia', 'Kinderopvang Fantasia')
  await hands.choose('Wie meldt', 'Pedagogisch professional')
  await hands.find('Waarover', 'pest', 'Pesten')
  await stage.picture('nieuwe-melding')
  await hands.press('Begin casus')
  await hands.heading('Tijdlijn')

  await hands.tick('Stap')
  await hands.choose('Stap', 'Bemiddeling')
  await hands.type(
    'Nieuwe notitie',
    'Gesprek met de leidinggevende, melder was erbij. Afspraken gemaakt voor het werkoverleg.',
  )
  await hands.type('Wie deden mee', 'melder en leidinggevende')
  await hands.tick('Mondeling gegeven')
  await hands.choose('Wat leverde het op', 'Hielp')
  await stage.picture('casus-stap')
  await hands.press('Bewaar stap')
  await page.getByText('Stap bewaard.').first().waitFor()
  await stage.picture('casus')

  await page.getByRole('button', { name: 'Personen' }).click()
  await hands.press('Wijzig personen')
  await hands.type('Naam', 'Proefpersoon Een')
  await stage.picture('personen')
  await hands.press('Bewaar personen')

  await hands.press('Sluit casus af')
  await hands.heading('Sluit casus af')
  await hands.tick('Opgelost')
  await stage.picture('casus-afsluiten')
  await hands.press('Sluit casus af')
  await page.getByText('De casus is afgesloten.').first().waitFor()
}

/** What she does besides cases. */
export async function enterActivity(stage: Stage, hands: Hands): Promise<void> {
  await hands.goTo('Uren')
  await hands.press('Voeg activiteit toe')
  await hands.choose('Soort activiteit', 'Overleg met HR of directie')
  await hands.type('Duur', '1:30')
  await hands.find('Voor wie', 'fantasia', 'Kinderopvang Fantasia')
  await hands.type('Omschrijving', 'Werkplan voor dit jaar besproken')
  await hands.type('Met wie', 'HR')
  await stage.picture('activiteit')
  await hands.press('Bewaar activiteit')
  await hands.heading(/Uren/)
  await stage.picture('uren')
}
