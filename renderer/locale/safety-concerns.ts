import { type SafetyConcern } from '#shared/contracts/safety-concerns.ts'

/** What she should know about the keeping of the vault in one sentence, and where something can be done about it. */
export type ConcernWords = { sentence: string; link: string; to: string; isWarning: boolean }

const SECURITY = '/beveiliging'
const LOOK = { link: 'Ga naar Beveiliging', to: SECURITY }

function age(days: number): string {
  return days < 730 ? 'meer dan een jaar' : `ruim ${Math.floor(days / 365)} jaar`
}

export function concernWords(concern: SafetyConcern): ConcernWords {
  switch (concern.concern) {
    case 'check-faulty':
      return {
        sentence: 'Bij de laatste controle van je kluis viel iets op.',
        link: 'Lees wat er was en wat je kunt doen',
        to: `${SECURITY}/controle/uitkomst`,
        isWarning: true,
      }
    case 'no-target':
      return {
        sentence:
          'Er is nog geen back-up van je casussen. Gaat deze computer stuk, dan ben je alles kwijt. Instellen duurt twee minuten.',
        link: 'Kies een map voor back-ups',
        to: SECURITY,
        isWarning: false,
      }
    case 'not-seen':
      return {
        sentence: `De map ${concern.name} voor back-ups is al ${concern.days} dagen niet gezien. Sluit de stick of schijf aan.`,
        ...LOOK,
        isWarning: true,
      }
    case 'not-proven':
      return {
        sentence: `De laatste bewezen back-up is ${concern.days} dagen oud.`,
        ...LOOK,
        isWarning: true,
      }
    case 'drill-due':
      return {
        sentence:
          concern.days === null
            ? 'Je hebt nog nooit geprobeerd of een back-up echt opengaat. Dat duurt een minuut.'
            : `Het is ${concern.days} dagen geleden dat je hebt geprobeerd of een back-up echt opengaat. Dat duurt een minuut.`,
        ...(concern.id === null
          ? LOOK
          : { link: 'Probeer een back-up uit', to: `${SECURITY}/proef/${concern.id}` }),
        isWarning: false,
      }
    case 'envelope-old':
      return {
        sentence: `Je noodenvelop is ${age(concern.days)} oud. Kloppen de namen en telefoonnummers nog?`,
        link: 'Maak een nieuwe noodenvelop',
        to: `${SECURITY}/noodenvelop`,
        isWarning: false,
      }
  }
}
