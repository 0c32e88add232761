/** About a sheet that holds a secret: seen, printed, saved. */
const words = {
  preview: 'Het blad zoals het geprint wordt',
  making: 'Het blad wordt gemaakt…',
  secret:
    'Op dit blad staat een geheim. Print het, en bewaar het als bestand alleen als je nu niet kunt printen: gooi dat bestand daarna weg.',
  print: 'Print het blad',
  printed: 'Het blad is naar de printer gestuurd. Kijk of het leesbaar is voordat je verdergaat.',
  notPrinted: {
    'no-printer':
      'Luwte vindt geen printer op deze computer. Er is niets geprint. Sluit een printer aan, bewaar het blad als PDF, of schrijf de sleutel over met een pen.',
    cancelled: 'Er is niets geprint.',
    'not-printed':
      'Het printen is niet gelukt. Kijk of de printer aanstaat en papier heeft, en probeer het opnieuw. Je kunt het blad ook als PDF bewaren.',
  },
  saved: (name: string) => `Bewaard als ${name}.`,
  notSaved: {
    cancelled: 'Er is niets bewaard.',
    'disk-full': 'De PDF is niet bewaard: er is geen ruimte meer op de schijf.',
    'no-permission': 'De PDF is niet bewaard: in die map mag Luwte niet schrijven. Kies een andere map.',
    'not-written': 'De PDF is niet bewaard. Probeer het nog eens of kies een andere map.',
    'not-made': 'Het blad kon niet worden gemaakt. Schrijf de sleutel over met een pen.',
  },
}

export const recoverySheetText = { ...words, save: 'Bewaar het blad als PDF' }
export const envelopeSheetText = { ...words, save: 'Bewaar de noodenvelop als PDF' }
export type SecretSheetWords = typeof recoverySheetText
