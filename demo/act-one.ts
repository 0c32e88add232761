import { type Hands } from './hands.ts'
import { registerFile } from './register-file.ts'
import { type Stage } from './stage.ts'

/** Her own details, as every invoice asks for them. */
export async function enterPractice(stage: Stage, hands: Hands): Promise<void> {
  await hands.goTo('Instellingen')
  await hands.type('Naam van je praktijk', 'Praktijk Proef')
  await hands.type('Straat en huisnummer', 'Bedachtstraat 2')
  await hands.type('Postcode', '0000 AB')
  await hands.type('Plaats', 'Nergenshuizen')
  await hands.type('E-mail', 'proef@voorbeeld.invalid')
  await hands.type('Telefoon', '000 000 00 00')
  await hands.type('KvK-nummer', '00000009')
  await hands.type('Btw-id', 'NL000000000B00')
  await hands.type('IBAN', 'NL91 ABNA 0417 1643 00')
  await hands.type('Certificaat of registratie', 'Registratie 0000 (verzonnen)')
  await hands.type(
    'Hoe en wanneer je bereikbaar bent',
    'Op werkdagen van 9 tot 17 uur, per telefoon en e-mail.',
  )
  await stage.picture('instellingen')
  await hands.press('Bewaar instellingen')
  await stage.page.getByText('Je instellingen zijn bewaard.').waitFor()
}

/** The first organisation, its contract, and forty locations out of the register. */
export async function enterOrganisation(stage: Stage, hands: Hands, from: string): Promise<void> {
  await hands.goTo('Organisaties')
  await stage.picture('organisaties-leeg')
  await hands.press('Voeg organisatie toe')
  await hands.type('Naam van de organisatie', 'Kinderopvang Fantasia')
  await hands.choose('Concern', 'Nieuw concern…')
  await hands.type('Naam van het nieuwe concern', 'Verzonnen Groep')
  await hands.type('KvK-nummer', '00000001')
  await hands.type('Straat en huisnummer', 'Verzonnenlaan 1')
  await hands.type('Postcode', '0000 AA')
  await hands.type('Plaats', 'Nergenshuizen')
  await hands.type('Contactpersoon', 'Afdeling HR')
  await hands.press('Bewaar organisatie')
  await hands.heading('Kinderopvang Fantasia')

  await hands.press('Leg contract vast')
  await hands.typeDate('Begint op', from)
  await hands.type('Gereduceerd uurtarief', '85,00')
  await hands.tick('Uit een bundel: vooraf gekocht, op de jaarfactuur')
  await hands.type('Uren in de bundel per jaar', '60')
  await hands.type('Hoeveel mensen kunnen je bereiken?', '2400')
  await stage.picture('contract')
  await hands.press('Bewaar contract')
  await hands.heading('Kinderopvang Fantasia')

  await stage.willChoose('export_opendata_lrk.csv', registerFile())
  await hands.press('Haal uit het register')
  await hands.press('Kies registerbestand')
  await hands.type('Zoek op naam, houder, plaats, postcode of nummer', 'fantasia')
  await stage.page.getByText('40 locaties van Kinderopvang Fantasia').waitFor()
  await hands.tick('Kies alle 40')
  await hands.typeDate('Onder contract vanaf', from)
  await stage.picture('register')
  await hands.press('Neem 40 locaties over')
  await stage.page.getByText('40 locaties overgenomen.').first().waitFor()
}
