import { RefusalSlug, VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import type { LedgerFigure } from '#shared/statistics/ledger.ts'
import { longDate } from './dates.ts'
import { periodInSentence } from './period-name.ts'
import { joined } from './report-words.ts'

/** Why something did not happen: what happened, what is safe, what can be done. */
export const refusalSentences: Record<RefusalSlug, string> = {
  'no-such-slot': 'Deze sleutel is er niet (meer). Er is niets veranderd.',
  'no-room-for-slot': 'Er zijn al acht sleutels. Trek er eerst een in.',
  'passphrase-stays': 'De wachtzin kun je niet intrekken, alleen veranderen. Er is niets veranderd.',
  'last-recovery-key':
    'Dit is je laatste herstelsleutel. Zonder die sleutel is een vergeten wachtzin het einde; maak eerst een nieuwe.',
  'target-missing':
    'De map voor back-ups is er nu niet. Sluit de stick of schijf aan en probeer het opnieuw; je kluis zelf is veilig.',
  'target-known': 'Deze map staat al in de lijst.',
  'no-target': 'Er is nog geen map voor back-ups. Kies er eerst een.',
  'not-a-backup': 'Dit bestand is geen back-up van Luwte. Er is niets veranderd.',
  'other-vault': 'Deze back-up hoort bij een andere kluis. Er is niets veranderd.',
  'not-proven':
    'De back-up is geschreven, maar kon niet worden teruggelezen en is weggegooid. Je kluis zelf is veilig; kies een andere map of schijf.',
  'not-restored': 'De back-up kon niet worden teruggezet. Er is niets veranderd.',
  'no-backup': 'In deze map staat nog geen back-up.',
  'older-state':
    'Onder de naam van de nieuwste back-up ligt een oudere. Wat je daarna hebt opgeschreven staat er niet in, dus deze back-up telt niet. Iemand of iets heeft het bestand vervangen. Maak nu een nieuwe back-up.',
  'newer-state':
    'Onder de naam van deze back-up ligt een latere. Iemand of iets heeft het bestand vervangen, dus deze back-up telt niet. Maak nu een nieuwe back-up.',
  'name-taken': 'In deze map staat al een bestand met die naam. Er is niets overschreven.',
  'destroyed-list-unusable':
    'In deze map staat iets met de naam destroyed.luwte dat Luwte niet kan gebruiken, of dat van een nieuwere Luwte is. Daarin hoort te staan wat je hebt vernietigd; zonder die lijst maakt Luwte hier geen back-up. Hernoem het of haal het weg, en maak opnieuw een back-up. Je kluis zelf is veilig.',
  'folder-not-empty': 'De map waarin de kluis zou komen is niet leeg. Er is niets overschreven.',
  'figures-not-settled':
    'De jaarrapportage over het jaar van deze casus is nog niet vastgesteld. Stel die eerst vast, of vernietig op verzoek van de melder.',
  locked: 'Luwte is vergrendeld. Ontgrendel eerst.',
  'no-vault': 'Op deze computer staat nog geen kluis.',
  'vault-exists': 'Op deze computer staat al een kluis. Er is niets veranderd.',
  'wrong-passphrase': 'Deze wachtzin past niet. Je gegevens zijn veilig; probeer het opnieuw.',
  'wrong-recovery-key':
    'Deze herstelsleutel hoort niet bij deze kluis. Je gegevens zijn veilig; kijk of je het juiste blad hebt.',
  'recovery-key-mistyped':
    'In de herstelsleutel zit een typefout. Vergelijk hem groep voor groep met het blad.',
  'passphrase-too-weak':
    'Deze wachtzin is te makkelijk te raden. Kies een langere, bijvoorbeeld zes woorden.',
  damaged:
    'Een bestand van de kluis is beschadigd. Luwte heeft er niets aan veranderd. Maak eerst een kopie van de map, en vraag daarna hulp.',
  tampered:
    'Iemand of iets heeft de bestanden van de kluis veranderd buiten Luwte om. Luwte opent hem zo niet en heeft niets overschreven. Zet niets terug voordat je weet wat er gebeurd is.',
  'newer-format':
    'Deze kluis is gemaakt met een nieuwere Luwte. Je gegevens zijn ongemoeid; open ze met die nieuwere versie.',
  'in-use':
    'De kluis is al open in een ander venster of op een andere computer, en hier wordt niets bewaard. Sluit hem daar eerst.',
  'changed-outside':
    'De bestanden van de kluis zijn door iets anders veranderd terwijl Luwte open was. Dit is niet bewaard. Maak nu eerst een back-up, voordat je vergrendelt: Luwte heeft alles wat al bewaard was nog. Kijk daarna of de kluis ook ergens anders open is.',
  'disk-full':
    'De schijf is vol, dus dit is niet bewaard. Wat al bewaard was is veilig. Maak ruimte en probeer opnieuw.',
  'no-permission': 'Luwte mag hier niet schrijven, dus dit is niet bewaard. Wat al bewaard was is veilig.',
  'write-failed':
    'Het schrijven naar de schijf mislukte, dus dit is niet bewaard. Wat al bewaard was is veilig. Vergrendel en open opnieuw.',
  'nothing-to-undo': 'Er is niets om ongedaan te maken.',
  'undo-leaves-draft':
    'De casus blijft staan: je bent er aan een notitie of formulier begonnen. Bewaar dat of maak het leeg, en probeer het opnieuw.',
  'undo-leaves-invoice':
    'Niets ongedaan gemaakt: je laatste wijziging staat intussen op een factuur. Klopt die niet, crediteer haar dan.',
  'undo-leaves-figures':
    'Niets ongedaan gemaakt: er zijn intussen cijfers vastgelegd die erop rusten. Verwijder eerst wat je zelf hebt ingevoerd.',
  'undo-leaves-report':
    'Niets ongedaan gemaakt: er is intussen een rapportage begonnen. Verwijder de organisatie zelf als ze hier niet hoort.',
  'undo-leaves-contribution':
    'Niets ongedaan gemaakt: je hebt intussen cijfers over deze organisatie uitgewisseld met een collega.',
  'undo-too-late': 'Niets ongedaan gemaakt: wat bij je laatste wijziging hoort, is intussen anders geworden.',
  'invalid-input': 'Wat je invulde klopt nog niet. Er is niets bewaard.',
  'not-found': 'Dit staat niet (meer) in de kluis.',
  'in-use-elsewhere': 'Dit wordt nog ergens anders gebruikt en kan daarom niet weg.',
  'date-in-future': 'Deze dag moet nog komen.',
  'date-too-old': 'Deze dag ligt voor het jaar 2000. Klopt het jaartal?',
  'follow-up-before-step': 'Deze dag ligt vóór de dag van de stap zelf. Klopt het jaartal?',
  'day-too-long': 'Op één dag passen niet zoveel uren.',
  'lrk-number-twice': 'Dit LRK-nummer staat al bij een locatie.',
  'engagement-missing': 'Voor deze organisatie is in deze periode geen contract vastgelegd.',
  'file-empty': 'Dit bestand is leeg.',
  'file-too-large': 'Dit bestand is te groot om te openen.',
  'file-unreadable':
    'Dit bestand is niet te lezen. Staat het op een stick of een andere schijf, kijk dan of die nog is aangesloten.',
  'file-not-the-register': 'Dit is niet het bestand van het Landelijk Register Kinderopvang.',
  'columns-missing': 'In dit bestand ontbreken kolommen die nodig zijn.',
  'no-register-open': 'Open eerst het registerbestand.',
  'case-closed': 'Deze casus is afgesloten. Heropen hem om iets toe te voegen, of kies nazorg.',
  'case-open': 'Deze casus is al open.',
  'consent-missing': 'Deze stap gaat naar buiten. Leg eerst vast of de melder toestemming gaf.',
  'consent-refused':
    'De melder gaf geen toestemming, dus deze stap is niet gezet. Schrijf het op als contact.',
  'destination-missing': 'Kies naar wie deze stap gaat.',
  'entry-before-first-contact': 'Deze dag ligt voor het eerste contact.',
  'closing-before-last-entry': 'De casus kan niet eerder sluiten dan het laatste contact of de laatste stap.',
  'case-counted':
    'Deze casus is al geteld bij de organisatie waar hij nu staat, en die cijfers zijn uitgegeven. Hij kan daarom niet naar een andere. Hoort hij daar toch, sluit deze casus dan af en begin er daar een nieuwe. Er is niets veranderd.',
  'melders-counted-apart':
    'Deze melders zijn al geteld als twee mensen. Die cijfers zijn uitgegeven, dus de casussen blijven los van elkaar. Noteer in de casus dat het om dezelfde melder gaat. Er is niets veranderd.',
  'practice-incomplete': 'Gegevens van je eigen praktijk ontbreken. Vul ze aan bij Instellingen.',
  'organisation-incomplete': 'Gegevens van de organisatie ontbreken. Vul ze aan bij Organisaties.',
  'no-locations': 'Deze organisatie heeft in deze periode geen locaties onder contract.',
  'already-invoiced': 'Dit is al gefactureerd.',
  'hours-come-from-bundle': 'De uren van deze organisatie gaan uit de bundel; er komt geen factuur voor.',
  'half-year-not-over': 'Dit halfjaar is nog niet voorbij.',
  'no-hours': 'Er zijn geen uren om te factureren.',
  'already-credited': 'Deze factuur is al gecrediteerd.',
  'credit-of-credit': 'Een creditfactuur kan niet zelf gecrediteerd worden.',
  'clock-behind-last-invoice':
    'Er is al een factuur van een latere dag. Loopt de klok van deze computer achter, zet hem dan goed. Er is niets gemaakt.',
  'clock-far-ahead':
    'Volgens de klok van deze computer heb je meer dan twee jaar niets opgeschreven. Loopt de klok voor, zet hem dan goed. Er is niets gemaakt.',
  'numbers-begun':
    'Er zijn dit jaar al facturen gemaakt; hun nummers liggen vast en lopen vanzelf door. Er is niets veranderd.',
  'period-not-over': 'Deze periode is nog niet voorbij.',
  'report-settled': 'Deze rapportage is vastgesteld en verandert niet meer.',
  'report-not-settled': 'Deze rapportage is nog niet vastgesteld.',
  superseded: 'Je hebt intussen iets anders gekozen. Deze berekening is gestopt.',
  'earlier-figures-in-the-way':
    'Met cijfers die al eerder zijn uitgegeven zou iemand herleidbaar worden. Deze rapportage kan zo niet.',
  'earlier-figures-untrue':
    'Cijfers die al zijn uitgegeven zeggen iets anders dan wat er nu in je casussen staat. Naast elkaar zouden ze elkaar tegenspreken. Voerde je die cijfers zelf in, kijk dan bij Uitgegeven cijfers of er een vergissing in zit. Kloppen ze wel, kijk dan of er over die periode nog een casus ontbreekt, of anders is opgeschreven. Er is niets veranderd.',
  'earlier-version-too-near':
    'Deze cijfers verschillen te weinig van een eerdere versie: het verschil zou over één of enkele mensen gaan.',
  'periods-overlap-partly':
    'Deze jaren overlappen een deel van een andere rapportage. Daaruit zouden losse jaren af te trekken zijn.',
  'figures-not-provable':
    'Van deze cijfers is niet te bewijzen dat niemand herleidbaar is. Ze worden niet getoond.',
  'threshold-not-allowed': 'Deze ondergrens past niet bij de gekozen indeling.',
  'threshold-needs-reason': 'Leg vast waarom een ondergrens van 3 is afgesproken.',
  'too-few-organisations':
    'Voor een vergelijking zijn er te weinig organisaties: er moeten er ten minste vijf zijn waar iemand zich meldde.',
  'one-organisation-dominates':
    'Eén organisatie telt voor meer dan de helft mee. De vergelijking zou vooral over haar gaan.',
  'figures-in-use':
    'Naast deze cijfers is al een rapportage vastgesteld, dus ze kunnen niet meer weg. Staat er een verkeerd getal, verbeter dat cijfer dan: wat er stond blijft zichtbaar, en Luwte rekent voortaan met het goede.',
  'not-a-contribution':
    'Dit bestand is geen bijdrage van een collega, of van een Luwte die anders telt. Er is niets veranderd. Kies het bestand dat je collega stuurde.',
  'wrong-words':
    'Met deze woorden gaat de bijdrage niet open. Er is niets veranderd. Bel je collega en vraag welke woorden jullie afspraken.',
  'contribution-damaged':
    'Deze bijdrage is onderweg beschadigd geraakt. Er is niets veranderd. Vraag je collega het bestand opnieuw te sturen.',
  'contribution-newer':
    'Deze bijdrage is gemaakt met een nieuwere Luwte en gaat hier niet open. Er is niets veranderd. Werk Luwte bij, of vraag je collega hoe zij of hij de cijfers anders kan geven.',
  'contribution-of-another-organisation':
    'Deze bijdrage gaat over een andere organisatie en telt hier niet mee. Open de rapportage van die organisatie. Is het wel dezelfde, vergelijk dan met je collega de naam en het KvK-nummer.',
  'contribution-of-another-period':
    'Deze bijdrage gaat over een andere periode en telt hier niet mee. Open de rapportage over die periode, of vraag je collega een bijdrage over deze.',
  'contribution-twice':
    'Van deze collega telt over deze periode al een bijdrage mee. Komt deze ervoor in de plaats, haal de eerdere dan eerst weg.',
  'contribution-own':
    'Deze bijdrage heb je zelf gemaakt. Jouw meldingen tellen al mee; met dit bestand erbij zouden ze dubbel tellen. Stuur het naar je collega, of kies het bestand dat je van haar of hem kreeg.',
  'contribution-too-late':
    'Over deze periode, of een deel ervan, is al een rapportage vastgesteld. Daar komt niets meer bij. Laat je collega een bijdrage maken over een periode die nog open is.',
  'contribution-reported':
    'Deze bijdrage is meegeteld in een rapportage die is vastgesteld. Wat is uitgegeven staat vast, dus de bijdrage blijft staan.',
  'contribution-after-report':
    'Over deze periode, of een deel ervan, stelde je zelf al een rapportage vast. Wie die naast de rapportage van je collega legt, zou kleine aantallen kunnen aftrekken. Daarom is er geen bijdrage gemaakt.',
  'contribution-given':
    'Over deze periode, of een deel ervan, gaf je je aantallen aan een collega. Wie haar of zijn rapportage naast de jouwe legt, zou kleine aantallen kunnen aftrekken. Er is niets vastgesteld: je collega maakt de rapportage. Gaf je het bestand nooit, zeg dat dan in deze rapportage onder ‘Samen met een collega’.',
  'contribution-in-the-way':
    'Met de bijdrage van een collega erbij kan deze rapportage zo niet: die cijfers zijn er niet per locatie, niet tegen elkaar uitgesplitst en niet per deel van de periode. Kies een grovere uitsplitsing, of haal de bijdrage weg.',
}

/** Slugs that schemas give to what is wrong in a field. */
const issueSentences: Record<string, string> = {
  'not-a-date': 'Vul een hele datum in: dag, maand en jaar.',
  'subject-twice': 'Dit onderwerp staat er twee keer.',
  'period-reversed': 'De laatste dag ligt voor de eerste.',
  'reason-missing': 'Vul in waarom.',
  'case-not-chosen': 'Kies de casus waar dit gesprek bij hoort.',
  'not-filled-in': 'Dit is nog niet ingevuld.',
  'not-chosen': 'Hier is nog niets gekozen.',
  'not-a-year': 'Dit is geen jaar waarover een rapportage kan gaan.',
  'year-in-future': 'Dit jaar is nog niet begonnen.',
  'years-reversed': 'Dit jaar moet later zijn dan het eerste.',
  'range-reversed': 'Dit is minder dan het eerste getal.',
  'below-nothing': 'Minder dan één kan alleen nul zijn. Kies “Een aantal” en vul 0 in.',
  'figure-twice': 'Dit cijfer staat er al: dezelfde groep over dezelfde periode.',
  'words-too-short':
    'Spreek langere woorden af: samen ten minste twaalf letters en cijfers. Spaties en leestekens tellen niet mee.',
  'organisation-name-missing': 'Vul de naam van de organisatie in.',
}

/** The sentence for a refusal; where figures that are out are the reason, with the reports in which they stand. */
export function refusalSentence(refusal: { refused: string; figures?: LedgerFigure[] }): string {
  const { data } = VaultRefusal.safeParse(refusal)
  const named = [...new Set(data?.figures?.map(reportNamed))]
  return [
    sentenceFor(refusal.refused),
    ...(named.length === 0 ? [] : [`Het gaat om ${joined(withRest(named), 'en')}.`]),
  ].join(' ')
}

/** Reports that a sentence names; of more it says how many. */
const MOST_NAMED = 3

function withRest(reports: readonly string[]): string[] {
  const more = reports.length - MOST_NAMED
  if (more <= 0) return [...reports]
  return [
    ...reports.slice(0, MOST_NAMED),
    more === 1 ? 'nog 1 andere rapportage' : `nog ${more} andere rapportages`,
  ]
}

function reportNamed({ document, period, recipient, settledOn }: LedgerFigure): string {
  return `de ${document === 'benchmark' ? 'vergelijking' : 'rapportage'} over ${periodInSentence(period)} voor ${recipient}, uitgegeven op ${longDate(settledOn)}`
}

/** The sentence for a slug, of a refusal or of a schema; other text comes back as it is. */
export function sentenceFor(slugOrText: string): string {
  const refusal = RefusalSlug.safeParse(slugOrText)
  if (refusal.success) return refusalSentences[refusal.data]
  return issueSentences[slugOrText] ?? slugOrText
}
