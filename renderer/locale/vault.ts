import { type VaultFinding } from '#shared/contracts/working-set-rows.ts'

/** A part of the vault as the store names it (`snapshot-0000000003`), in words that can be read out over the telephone. */
export function vaultPart(part: string): string {
  const header = /^header(?:-([ab]))?$/.exec(part)
  if (header !== null)
    return header[1] === undefined
      ? 'Het slot van de kluis'
      : `Het slot van de kluis, exemplaar ${header[1].toUpperCase()}`
  const numbered = /^(snapshot|journal|state)(?:-0*(\d+))?$/.exec(part)
  if (numbered === null) return 'Iets dat je had bewaard'
  const name = { snapshot: 'Momentopname', journal: 'Logboek', state: 'Wijziging' }[numbered[1] ?? ''] ?? part
  return numbered[2] === undefined ? name : `${name} ${numbered[2]}`
}

/** Making the vault, opening it, and what was found while opening. */
export const vaultText = {
  name: 'Luwte',
  unlock: {
    title: 'Welkom terug',
    passphrase: 'Wachtzin',
    action: 'Ontgrendel',
    withRecoveryKey: 'Ik ben mijn wachtzin kwijt: gebruik de herstelsleutel',
    recoveryKey: 'Herstelsleutel',
    recoveryKeyHint: 'Typ de tekens over van je blad. Streepjes, spaties en hoofdletters maken niet uit.',
    withPassphrase: 'Gebruik toch mijn wachtzin',
    which: 'Welke kluis?',
    /** Her own vault has no name for her; one that was restored has the name that the screen gave it then. */
    vaultName: (name: string, place: number) => (place === 0 ? 'Je kluis' : `Teruggezet: ${name}`),
    deriving: 'Je wachtzin wordt gecontroleerd. Dat duurt een paar seconden, met opzet.',
    show: 'Toon wat ik typ',
    /** Where another computer seems to have the vault open, which nobody can ask. */
    readingLead:
      'Weet je zeker dat hij nergens anders open is, bijvoorbeeld na een verhuizing naar deze computer? Dan kun je hem openen om te lezen: alles is te zien en je kunt een back-up maken, maar niets wordt bewaard. Zet die back-up daarna terug; dan heb je een kluis waarin je verder kunt.',
    readingAction: 'Open alleen om te lezen',
  },
  refusedTitle: {
    damaged: 'De kluis is beschadigd',
    tampered: 'De kluis is veranderd buiten Luwte om',
    'newer-format': 'Deze kluis is van een nieuwere Luwte',
    'in-use': 'De kluis is al ergens open',
  } as Record<string, string>,
  tryAgain: 'Probeer opnieuw',
  start: {
    title: 'Richt je kluis in',
    lead: 'Alles wat je in Luwte opschrijft komt versleuteld op deze computer te staan, en nergens anders. Alleen jouw wachtzin maakt het leesbaar.',
    advisorName: 'Je naam',
    advisorNameHint: 'Zo sta je op rapportages en facturen.',
    passphrase: 'Wachtzin',
    passphraseHint:
      'Een paar gewone woorden achter elkaar is sterker dan een kort wachtwoord met vreemde tekens. Er zijn geen regels.',
    again: 'Wachtzin, nog een keer',
    differs: 'De twee wachtzinnen zijn niet gelijk.',
    tooWeak:
      'Deze wachtzin is te makkelijk te raden. Kies een langere, of laat Luwte zes woorden voorstellen.',
    nameMissing: 'Vul je naam in.',
    suggest: 'Stel zes woorden voor',
    suggested: 'Schrijf deze woorden op, of lees ze een paar keer hardop. Typ ze dan hieronder over.',
    strength: {
      weak: 'Te makkelijk te raden',
      fair: 'Voldoende',
      strong: 'Sterk',
    },
    strengthLabel: 'Hoe moeilijk te raden',
    noWayBack:
      'Niemand kan je wachtzin terughalen, ook de makers van Luwte niet. Daarom krijg je zo een herstelsleutel.',
    action: 'Ga verder',
    preparing: 'De sleutels worden gemaakt. Dat duurt een paar seconden.',
  },
  recovery: {
    title: 'Je herstelsleutel',
    lead: 'Met deze sleutel open je de kluis als je je wachtzin kwijt bent. Je ziet hem alleen nu.',
    sheetTitle: 'Herstelsleutel van Luwte',
    keyLabel: 'De sleutel',
    advice:
      'Print dit blad of schrijf de sleutel over. Bewaar het thuis op een veilige plek, niet bij de computer en niet in je e-mail.',
    next: 'Ik heb hem bewaard',
    typeTitle: 'Typ de herstelsleutel over',
    typeLead: 'Zo weet je zeker dat je blad klopt. Neem het erbij en typ de sleutel over.',
    field: 'Herstelsleutel',
    fieldHint: 'Streepjes, spaties en hoofdletters maken niet uit.',
    wrongGroups: (groups: readonly number[]) =>
      groups.length === 1
        ? `Groep ${groups[0] ?? ''} klopt niet. Vergelijk die met je blad.`
        : `De groepen ${groups.join(', ')} kloppen niet. Vergelijk ze met je blad.`,
    showAgain: 'Toon de sleutel nog eens',
    action: 'Maak de kluis',
    making: 'De kluis wordt gemaakt.',
  },
  findings: {
    title: 'Er was iets met de bestanden van je kluis',
    lead: 'Wat te redden was, is gered, en de kluis is open. Dit viel op:',
    finding: {
      damaged: 'beschadigd',
      tampered: 'veranderd buiten Luwte om',
      missing: 'verdwenen',
    } satisfies Record<Exclude<VaultFinding['finding'], 'rolled-back'>, string>,
    advice:
      'Beschadigd komt meestal door de schijf. Is er iets veranderd of verdwenen zonder dat jij het deed, dan kan een ander bij deze computer zijn geweest.',
    action: 'Ga verder naar mijn casussen',
    rolledBack: {
      title: 'Deze kluis is ouder dan je laatste back-up',
      what: 'In een van je mappen met back-ups staat een back-up met werk dat niet in deze kluis staat. Iemand of iets heeft de kluis als geheel vervangen door een oudere. Heb je zelf een oudere back-up teruggezet, dan klopt dit en kun je verder.',
      safe: 'Je back-ups zijn er nog, en Luwte heeft niets veranderd. Wat in deze kluis staat is heel; alleen wat je daarna opschreef ontbreekt hier.',
      advice:
        'Schrijf hier nu niet verder. Vergrendel, kies dan “Zet een back-up terug” en neem de nieuwste back-up: die komt naast deze kluis te staan. Deed je dit niet zelf, dan kan een ander bij deze computer zijn geweest.',
      lock: 'Vergrendel',
      action: 'Ga toch verder in deze oudere kluis',
    },
  },
}
