import { describe, expect, it } from 'vitest'
import { checkNarrative, checkReport, type FindingKind } from '#shared/reports/narrative-check.ts'
import { EMPTY_NARRATIVE } from '#shared/reports/report-narrative.ts'

const places = ['KDV Het Verzonnen Bos', 'BSO Luchtkasteel', 'Nergenshuizen', 'Verzonnendorp', "'t Café"]

const found = (text: string) =>
  checkNarrative(text, places).map(({ kind, from, to }): [FindingKind, string] => [
    kind,
    text.slice(from, to),
  ])

describe('the words of a report', () => {
  it.each<[string, FindingKind, string]>([
    // numbers
    ['Er kwamen 3 mensen.', 'number', '3'],
    ['Dat is 40% meer dan eerst.', 'number', '40%'],
    ['Gemiddeld 2,5 gesprek.', 'number', '2,5'],
    ['In 2025 waren het er 12.', 'number', '12'],
    // words that count
    ['Er waren geen meldingen over pesten.', 'number-word', 'geen meldingen'],
    ['Er waren geen nieuwe meldingen.', 'number-word', 'geen nieuwe meldingen'],
    ['Enkele teams noemden dit.', 'number-word', 'Enkele'],
    ['Een paar keer kwam dit voor.', 'number-word', 'Een paar'],
    ['Beide gesprekken hielpen.', 'number-word', 'Beide'],
    ['Er waren twee vragen.', 'number-word', 'twee'],
    ['Dat gebeurde één keer.', 'number-word', 'één'],
    ['Vijfentwintig mensen belden.', 'number-word', 'Vijfentwintig'],
    ['De helft ging over roosters.', 'number-word', 'De helft'],
    ['Niemand stapte naar de commissie.', 'number-word', 'Niemand'],
    ['Het aantal is verdubbeld.', 'number-word', 'verdubbeld'],
    ['De tweede melding ging over iets anders.', 'number-word', 'tweede melding'],
    ['Meerdere mensen zeiden dit.', 'number-word', 'Meerdere'],
    // roles
    ['De stagiaires voelen zich niet altijd gehoord.', 'role', 'stagiaires'],
    ['Spreek met de locatiemanager.', 'role', 'locatiemanager'],
    ['Gastouders kennen de weg nog niet.', 'role', 'Gastouders'],
    ['De directeur was daarbij.', 'role', 'directeur'],
    // places
    ['Op KDV Het Verzonnen Bos is het druk.', 'place', 'KDV Het Verzonnen Bos'],
    ['Op Het verzonnen bos is het druk.', 'place', 'Het verzonnen bos'],
    ['In Nergenshuizen speelt dit.', 'place', 'Nergenshuizen'],
    ["Bij 't cafe is het rustig.", 'place', "'t cafe"],
    ['Op de babygroep is weinig tijd.', 'place', 'babygroep'],
    // time
    ['Sinds maart is het rustiger.', 'date', 'maart'],
    ['Op dinsdag is er niemand.', 'date', 'dinsdag'],
    ['Dat was op 14-10.', 'date', '14-10'],
    ['Dat was op 3/9/2025.', 'date', '3/9/2025'],
    // one case
    ['Een medewerker voelde zich niet gehoord.', 'one-case', 'Een medewerker'],
    ['Zij voelde zich alleen.', 'one-case', 'Zij'],
    ['Later vertelde zij dat aan haar team.', 'one-case', 'zij'],
    ['De stagiaire is gestopt.', 'one-case', 'De stagiaire'],
    ['Iemand liep hier lang mee rond.', 'one-case', 'Iemand'],
    ['De melder zette zelf een stap.', 'one-case', 'De melder'],
    ['Dat vond hij moeilijk.', 'one-case', 'hij'],
    ['Er was een incident op een groep.', 'one-case', 'een incident'],
    // what a case gave rise to
    [
      'Naar aanleiding van een melding sprak ik het team.',
      'because-of-case',
      'Naar aanleiding van een melding',
    ],
    ['Er kwam extra voorlichting.', 'because-of-case', 'extra voorlichting'],
    ['Na het incident is er gesproken.', 'because-of-case', 'Na het incident'],
    ['N.a.v. klachten is het rooster aangepast.', 'because-of-case', 'N.a.v. klachten'],
  ])('“%s” is pointed out as %s', (text, kind, words) => {
    expect(found(text)).toContainEqual([kind, words])
  })

  it.each([
    ['In de gesprekken kwam vaak terug dat roosters laat bekend worden.'],
    ['Medewerkers weten de weg naar mij goed te vinden.'],
    ['Zij weten de weg goed te vinden, en dat hebben zij ook laten weten.'],
    ['Ouders vragen om duidelijkheid over het beleid.'],
    ['De afspraken van 2024 zijn nagekomen.'],
    ['Er is geen reden om de gedragscode te veranderen.'],
    ['1. Maak roosters op tijd bekend.\n2. Bespreek de gedragscode in elk team.'],
    ['Maak het bespreekbaar en wees zichtbaar op alle locaties.'],
    ['De werkdruk is hoog, de sfeer is goed.'],
    ['Voorlichting op alle locaties en overleg met HR.'],
    ['Bossen en luchtkastelen komen hier niet voor.'],
    ['Veel aandacht ging naar bereikbaarheid.'],
    [''],
  ])('“%s” is fit for many readers', (text) => {
    expect(found(text)).toEqual([])
  })

  it('are pointed out once, in the order in which they stand', () => {
    const text = 'Op maandag belde een medewerker van Luchtkasteel.'
    expect(found(text)).toEqual([
      ['date', 'maandag'],
      ['one-case', 'een medewerker'],
      ['place', 'Luchtkasteel'],
    ])
  })

  it('are looked at in every part that the advisor writes', () => {
    const narrative = {
      ...EMPTY_NARRATIVE,
      signals: 'Rust.',
      recommendations: [
        { text: 'Maak roosters op tijd bekend.', owner: 'HR' },
        { text: 'Praat met de stagiaire.', owner: '' },
      ],
      followUps: [{ text: 'x', owner: '', became: 'done' as const, remark: 'Sinds mei geregeld.' }],
      workPlan: 'Voorlichting.',
    }
    expect(checkReport(narrative, places).map(({ part, index }) => [part, index])).toEqual([
      ['recommendations', 1],
      ['follow-ups', 0],
    ])
  })
})
