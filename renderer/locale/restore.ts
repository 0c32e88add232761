import { type RefusalSlug } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'

const moment = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeStyle: 'short' })
const count = new Intl.NumberFormat('nl-NL')

/** Making a vault out of a backup: choosing it, opening it, and what came of it. */
export const restoreText = {
  open: 'Zet een back-up terug',
  title: 'Zet een back-up terug',
  lead: 'Van een back-up maakt Luwte een eigen kluis op deze computer. Staat er al een kluis, dan komt deze ernaast: er wordt niets overschreven en niets samengevoegd.',
  choose: 'Kies het back-upbestand',
  chooseOther: 'Kies een ander bestand',
  chooseHint:
    'Het staat op de stick of in de map die je voor back-ups koos. De naam begint met “luwte-” en eindigt op de dag waarop de back-up is gemaakt. Laat het in zijn map staan: Luwte kijkt daar ook wat je later hebt vernietigd.',
  chosen: (name: string) => `Gekozen: ${name}`,
  fileMissing: 'Kies eerst het back-upbestand.',
  passphrase: 'Wachtzin van toen',
  passphraseHint: 'De wachtzin die je had op de dag waarop deze back-up is gemaakt.',
  passphraseMissing: 'Vul de wachtzin in.',
  recoveryKey: 'Herstelsleutel van toen',
  recoveryKeyHint:
    'Typ de tekens over van het blad dat gold toen deze back-up is gemaakt. Streepjes, spaties en hoofdletters maken niet uit.',
  recoveryKeyMissing: 'Vul de herstelsleutel in.',
  withRecoveryKey: 'Gebruik de herstelsleutel',
  withPassphrase: 'Gebruik toch de wachtzin',
  action: 'Zet deze back-up terug',
  back: 'Terug',
  busy: 'De back-up wordt gelezen, nagekeken en teruggezet. Aan wat er al staat verandert niets.',
  doneTitle: 'De back-up staat terug',
  done: ({ records, lastChangeAt }: VaultAnswer<'vault.restore'>) =>
    `De back-up staat terug: ${records === 1 ? '1 gegeven' : `${count.format(records)} gegevens`}${
      lastChangeAt === null
        ? ', waarin nog niets was gewijzigd'
        : `, laatst gewijzigd op ${moment.format(new Date(lastChangeAt))}`
    }.`,
  first: 'Er stond nog geen kluis op deze computer. Dit is nu je kluis.',
  beside: (vault: string) =>
    `Hij heet ${vault} en staat naast wat er al was. Daarin is niets veranderd en niets overschreven. Bij het ontgrendelen kies je welke kluis je opent.`,
  destroyedAgain: (things: number) => {
    if (things === 0) return 'Er zat niets in dat je later had vernietigd.'
    return things === 1
      ? 'Eén casus of lijst met namen die je later had vernietigd, is opnieuw vernietigd.'
      : `${things} casussen of lijsten met namen die je later had vernietigd, zijn opnieuw vernietigd.`
  },
  destroyedList: {
    missing:
      'Naast dit bestand lag geen lijst van wat je later hebt vernietigd. Heb je sinds deze back-up een casus of namen vernietigd, dan kunnen die nu terug zijn. Vernietig ze dan opnieuw.',
    unreadable:
      'De lijst van wat je later hebt vernietigd ligt naast dit bestand, maar is niet te lezen. Wat je sinds deze back-up hebt vernietigd, kan nu terug zijn. Kijk je casussen na en vernietig het dan opnieuw.',
  },
  unlock: 'Ontgrendel deze kluis',
  unlocking: 'De kluis wordt geopend. Dat duurt een paar seconden.',
  refusedTitle: {
    damaged: 'Deze back-up is beschadigd',
    tampered: 'Deze back-up is veranderd buiten Luwte om',
    'newer-format': 'Deze back-up is van een nieuwere Luwte',
  } as Partial<Record<RefusalSlug, string>>,
  /** Where what is said of a vault would not be true of a backup. */
  refused: {
    'not-found': 'Dit bestand is niet meer gekozen. Kies het opnieuw; er is niets veranderd.',
    'no-backup':
      'Het bestand is er niet meer. Sluit de stick of schijf weer aan en kies het opnieuw; er is niets veranderd.',
    'target-missing':
      'Het bestand is er niet meer. Sluit de stick of schijf weer aan en kies het opnieuw; er is niets veranderd.',
    damaged:
      'Er is niets teruggezet, en wat er al stond is niet veranderd. Dit komt meestal door de stick of schijf. Kies een andere back-up, het liefst van een andere plek.',
    tampered:
      'Er is niets teruggezet, en wat er al stond is niet veranderd. Iemand of iets heeft dit bestand veranderd nadat Luwte het schreef. Kies een back-up die ergens anders lag, en ga na wie bij deze kon.',
    'newer-format':
      'Er is niets teruggezet, en wat er al stond is niet veranderd. Installeer die nieuwere versie en probeer het daarmee opnieuw.',
    'wrong-passphrase':
      'Deze wachtzin past niet op deze back-up. Een oudere back-up gaat open met de wachtzin van toen, ook als je die later hebt veranderd. Er is niets veranderd; probeer het opnieuw.',
    'wrong-recovery-key':
      'Deze herstelsleutel past niet op deze back-up. Kijk of je het blad hebt dat gold toen hij is gemaakt. Er is niets veranderd; probeer het opnieuw.',
    'disk-full':
      'De schijf van deze computer is vol, dus de back-up is niet teruggezet. Wat er al stond is niet veranderd. Maak ruimte en probeer het opnieuw.',
    'no-permission':
      'Luwte mag dit bestand niet lezen, of mag op deze computer niet schrijven. Er is niets teruggezet, en wat er al stond is niet veranderd.',
    'write-failed':
      'Het schrijven naar de schijf van deze computer mislukte, dus de back-up is niet teruggezet. Wat er al stond is niet veranderd.',
    'not-restored':
      'Wat er geschreven was, was niet gelijk aan de back-up en is weer weggehaald. Wat er al stond is niet veranderd. Probeer het opnieuw, of kies een andere back-up.',
  } as Partial<Record<RefusalSlug, string>>,
}
