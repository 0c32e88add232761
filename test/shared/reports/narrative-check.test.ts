import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { checkNarrative, checkReport, type FindingKind } from '#shared/reports/narrative-check.ts'
import { EMPTY_DRAFT } from '#shared/reports/report-draft.ts'
import { EMPTY_NARRATIVE } from '#shared/reports/report-narrative.ts'

const places = ['KDV Het Verzonnen Bos', 'BSO Luchtkasteel', 'Nergenshuizen', 'Verzonnendorp', "'t Café"]

const found = (text: string) =>
  checkNarrative(text, places).map(({ kind, from, to }): [FindingKind, string] => [
    kind,
    text.slice(from, to),
  ])

const WRITTEN = { ...EMPTY_DRAFT, activities: [] }

describe('the words of a report', () => {
  it.each<[string, FindingKind, string]>([
    // numbers
    ['Er kwamen 3 mensen.', 'number', '3'],
    ['Dat is 40% meer dan eerst.', 'number', '40%'],
    ['Gemiddeld 2,5 gesprek.', 'number', '2,5'],
    ['In 2025 waren het er 12.', 'number', '12'],
    ['Het kwam 3x voor.', 'number', '3x'],
    ['Het kwam 3 × voor.', 'number', '3 ×'],
    ['Er was een 2e gesprek nodig.', 'number', '2e'],
    ['Pas bij de 3de keer lukte het.', 'number', '3de'],
    ['Er kwamen 2020 meldingen.', 'number', '2020 meldingen'],
    ['Er waren 2020 nieuwe vragen.', 'number', '2020 nieuwe vragen'],
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
    ['Dat gebeurde tweemaal.', 'number-word', 'tweemaal'],
    ['Dat gebeurde eenmaal.', 'number-word', 'eenmaal'],
    ['Zesmaal is bemiddeld.', 'number-word', 'Zesmaal'],
    ['Een tweetal teams vroeg hierom.', 'number-word', 'tweetal'],
    ['Het bleef bij eentje.', 'number-word', 'eentje'],
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
    ['Dat het druk is, is nu eenmaal zo.'],
    ['In het 1e halfjaar en in het 2e kwartaal is de folder vernieuwd.'],
    ['In 2026 medewerkers en ouders opnieuw voorlichten.'],
    ['Neem de gedragscode in acht.'],
    ['De vertrouwenspersoon is 24/7 per e-mail bereikbaar.'],
    ['Maak het makkelijker om een melding te doen.'],
    ['Als iemand belt, is er tijd.'],
    ['Bossen en luchtkastelen komen hier niet voor.'],
    ['Veel aandacht ging naar bereikbaarheid.'],
    [''],
  ])('“%s” is fit for many readers', (text) => {
    expect(found(text)).toEqual([])
  })

  it('are pointed out once where a case was the reason of something', () => {
    expect(found('Na een klacht is het rooster aangepast.')).toEqual([['because-of-case', 'Na een klacht']])
  })

  it('are pointed out once, in the order in which they stand', () => {
    const text = 'Op maandag belde een medewerker van Luchtkasteel.'
    expect(found(text)).toEqual([
      ['date', 'maandag'],
      ['one-case', 'een medewerker'],
      ['place', 'Luchtkasteel'],
    ])
  })

  // As an advisor writes them: a warning that comes at every line is a warning that nobody reads.
  it.each([
    ['Medewerkers gaven aan dat zij het moeilijk vinden om elkaar aan te spreken.'],
    ['Ouders stelden vooral vragen over de overgang naar de buitenschoolse opvang.'],
    ['Ik raad aan om de gedragscode elk jaar in de teams te bespreken.'],
    ['Het overleg met HR verliep in een open sfeer.'],
    ['De samenwerking met de oudercommissie is in 2025 versterkt.'],
    ['Er is behoefte aan duidelijkheid over roosters en inwerken.'],
    ['Leg in de personeelsgids vast hoe medewerkers de vertrouwenspersoon bereiken.'],
    ['Aandacht voor een veilig werkklimaat blijft nodig, ook als het druk is.'],
    ['Het beleid van 2025 en 2026 staat op de agenda van de ondernemingsraad.'],
    ['Ik zie dat de communicatie tussen teams en kantoor beter kan.'],
    ["Zorg dat nieuwe collega's bij hun start horen dat er een vertrouwenspersoon is."],
    ['Ouders en medewerkers weten niet altijd waar zij met een klacht terechtkunnen.'],
    ['Geef de klachtenregeling een vaste plek op de website.'],
    ['Het geven van feedback blijft lastig, vooral als de werkdruk hoog is.'],
    ['De aanbevelingen van vorig jaar zijn voor een deel opgepakt.'],
  ])('leave an ordinary sentence alone: “%s”', (text) => {
    expect(found(text)).toEqual([])
  })

  it('tell one person from many, whoever was named before her', () => {
    expect(found('Medewerkers hoorden dat zij ziek was geworden.')).toEqual([['one-case', 'zij']])
    expect(found('Ouders wisten dat zij wilde stoppen.')).toEqual([['one-case', 'zij']])
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
    expect(checkReport({ ...WRITTEN, narrative }, places).map(({ part, index }) => [part, index])).toEqual([
      ['recommendations', 1],
      ['follow-ups', 0],
    ])
  })

  it('are looked at beside the name of a colleague, who may say where she works and on which days', () => {
    const colleague = (remark: string) => ({
      name: 'Proefpersoon B',
      position: 'internal' as const,
      forWhom: 'medewerkers',
      certificate: '',
      certifiedUntil: null,
      from: null,
      until: null,
      remark,
    })
    const team = [
      colleague('HR-adviseur op het hoofdkantoor, bereikbaar op dinsdag.'),
      colleague('Sprak twee melders.'),
    ]
    expect(checkReport({ ...WRITTEN, team }, places)).toMatchObject([
      { part: 'team', index: 1, findings: [{ kind: 'number-word', from: 6, to: 10 }] },
    ])
  })

  it('are looked at in what is noted beside the statement of the organisation', () => {
    const origin = { source: 'Opgave', statedOn: calendarDate('2026-01-10') }
    const statement = {
      complaints: { ...origin, items: [], remark: 'Een ouder trok de klacht in.' },
      disputes: { ...origin, locations: [], remark: 'Het geschil is in maart bijgelegd.' },
    }
    expect(
      checkReport({ ...WRITTEN, statement }, places).map(({ part, findings }) => [
        part,
        findings.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['stated-complaints', ['one-case']],
      ['stated-disputes', ['date']],
    ])
  })

  it('are looked at in what activities were about and with whom they were, whose day is printed anyway', () => {
    const activity = (description: string, withWhom: string) => ({
      on: calendarDate('2025-03-03'),
      kind: 'information-session' as const,
      description,
      withWhom,
      reach: null,
    })
    const activities = [
      activity('Kennismaking in maart', 'Directeur en OR'),
      activity('Gesprek naar aanleiding van een melding', 'HR'),
      activity('Voorlichting', 'De melder en twee collega’s'),
    ]
    expect(
      checkReport({ ...WRITTEN, activities }, places).map(({ part, index, findings }) => [
        part,
        index,
        findings.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['activities', 1, ['because-of-case']],
      ['activities', 2, ['one-case', 'number-word']],
    ])
  })

  it('are looked at in who would see to a recommendation, who has a role in it by nature', () => {
    const recommendations = [
      { text: 'Maak roosters op tijd bekend.', owner: 'Directeur' },
      { text: 'Ga zo door.', owner: 'De leidinggevende van de melder' },
    ]
    expect(
      checkReport({ ...WRITTEN, narrative: { ...EMPTY_NARRATIVE, recommendations } }, places),
    ).toMatchObject([{ part: 'owners', index: 1, findings: [{ kind: 'one-case' }] }])
  })

  it('are looked at in where a statement comes from, what it is about, and for whom a colleague is there', () => {
    const origin = { source: 'De melder van maart', statedOn: calendarDate('2026-01-10'), remark: '' }
    const item = {
      stage: 'informal' as const,
      kind: 'Communicatie',
      cause: 'Naar aanleiding van een casus',
      count: 1,
    }
    const statement = {
      complaints: { ...origin, source: 'Proefpersoon C, directeur', items: [item] },
      disputes: { ...origin, locations: [] },
    }
    const colleague = {
      name: 'Proefpersoon B',
      position: 'internal' as const,
      forWhom: 'de melder van locatie De Duinroos',
      certificate: '',
      certifiedUntil: null,
      from: null,
      until: null,
      remark: '',
    }
    expect(
      checkReport({ ...WRITTEN, statement, team: [colleague] }, places).map(({ part, findings }) => [
        part,
        findings.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['team', ['one-case']],
      ['stated-complaints', ['because-of-case']],
      ['stated-disputes', ['one-case']],
    ])
  })
})
