/**
 * The Dutch words by which a text for many readers can point at somebody: they belong to the domain, as the sentences of
 * the screen do not. Each list is a set of alternatives of a regular expression that is matched on whole words.
 */

/** Words that count, wherever they stand. */
export const COUNTING_WORDS = [
  'nul',
  'één',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  '(?<!in )acht(?! (?:slaan|geven|nemen))',
  'negen',
  'tien',
  'elf',
  'twaalf',
  'dertien',
  'veertien',
  '(?:vijf|zes|zeven|acht|negen)tien',
  '(?:[a-zë]+ën|[a-z]+en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)',
  'honderd(?:en)?',
  'tiental(?:len)?',
  'dozijn',
  '(?:een )?enkele',
  'enkelen',
  'een enkel(?:ing)?',
  'enkeling(?:en)?',
  'een paar',
  'een aantal',
  'een handvol',
  'een stuk of',
  'beide(?:n)?',
  'allebei',
  'alle (?:twee|drie|vier|vijf)',
  'meerdere(?:n)?',
  'niemand',
  '(?<!nu )een ?maal',
  'eenmalig',
  'eentje',
  '(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien)maal',
  '(?:twee|drie|vier|vijf)(?:tal|voud|ën|eën)',
  '(?:twee|drie)(?:derde|kwart)',
  'de helft',
  'een derde',
  'een kwart',
  'merendeel',
  'meerderheid',
  'minderheid',
  'verdubbel(?:d|ing|de|den)',
  'gehalveerd',
  'halvering',
  'procent',
]

/** Words that count only beside one of `COUNTED_THINGS`. */
export const COUNTING_BESIDE_THINGS = [
  'geen',
  'weinig',
  'veel',
  'minder',
  'meer',
  'sommige',
  'enige',
  'eerste',
  'tweede',
  'derde',
  'laatste',
  'enig',
]

/** What a report counts. */
export const COUNTED_THINGS =
  '(?:meldingen|melding|melders?|casus(?:sen)?|cases?|zaken|zaak|klachten|klacht|signalen|incident(?:en)?|gesprekken|vragen|mensen|personen|medewerkers?|collega.?s?|ouders?|gevallen|geval|dossiers?|onvrede)'

/** Before a year it is a year; without one of these, `2020 meldingen` is a number of them. */
export const BEFORE_A_YEAR = [
  'in',
  'sinds',
  'vanaf',
  'over',
  'tot',
  'tot en met',
  't/m',
  'van',
  'voor',
  'uit',
  'na',
  'en',
  'jaar',
  'begin',
  'eind',
  'medio',
]

/** Who somebody is, where there are few of a kind. The many (medewerkers, ouders) point at nobody. */
export const RARE_ROLES = [
  'stagiaire?s?',
  'bbl.?ers?',
  'leerlingen?',
  'vrijwilligers?',
  'gastouders?',
  'leidinggevenden?',
  'teamleid(?:er|ster)s?',
  'team(?:manager|coach)(?:s|es)?',
  'locatie(?:manager|hoofd|leider)s?',
  'clustermanagers?',
  'regiomanagers?',
  'managers?',
  'directeur(?:en)?',
  'directrice',
  'bestuurders?',
  'houder',
  'pedagogisch coach(?:es)?',
  'coaches',
  'assistent.?leidinggevende',
  'groepshulp(?:en)?',
  'kok(?:kin)?',
  'conciërge',
  'planner',
  'administratief medewerk(?:er|ster)',
  'hr.?adviseur',
  'invalkracht(?:en)?',
  'uitzendkracht(?:en)?',
  'zzp.?ers?',
  'zwangere',
  'zij-instromers?',
]

/** Places that every organisation has some of, and nobody many. */
export const GROUP_WORDS = [
  '(?:baby|dreumes|peuter|kleuter|bso|stam|verticale )-?groep(?:en)?',
  'hoofdkantoor',
  'bedrijfsbureau',
]

/** Days, months and parts of the year. */
export const TIME_WORDS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
  '(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en|s|ochtend|middag|avond)?',
  '(?:zomer|kerst|herfst|mei|voorjaars)vakantie',
  'vorige (?:week|maand)',
  'gisteren',
]

/** Somebody in particular: the report then tells a story of one case. */
export const ONE_PERSON = [
  '(?:een|deze|die|de betreffende|één) (?:pedagogisch )?(?:medewerk(?:er|ster)|ouder|moeder|vader|collega|melder|stagiaire?|gastouder|leidinggevende|vrijwilliger|professional|vrouw|man|persoon|werknemer|kind|peuter|baby)',
  'de (?:melder|melding|betrokkene|beklaagde|beschuldigde|medewerk(?:er|ster)|moeder|vader|stagiaire?)',
  '(?<!(?:als|wanneer|zodra|eerder) )iemand',
  'degene die',
  'betrokkene',
  'een (?:melding|casus|klacht|incident|geval|voorval)(?! (?:te )?(?:doen|maken|indienen|in te dienen|terecht))',
  'in één (?:geval|situatie)',
  'hij',
  'hem',
  'zijzelf',
  'hijzelf',
]

/** Of whom *zij* is said when it means many. */
export const MANY_PEOPLE = [
  'medewerkers',
  'ouders',
  'collega.?s',
  'mensen',
  'professionals',
  'teams',
  'teamleden',
  'nieuwkomers',
]

/** Verbs that tell that *zij* is one. */
export const VERBS_OF_ONE = [
  'is',
  'was',
  'heeft',
  'had',
  'wordt',
  'werd',
  'kan',
  'kon',
  'wil',
  'wilde',
  'moet',
  'moest',
  'mag',
  'mocht',
  'zal',
  'zou',
  'gaat',
  'ging',
  'laat',
  'liet',
  'durft',
  'durfde',
]

/** That a case was the reason of something: its date and subject then point at the case. */
export const BECAUSE_OF_A_CASE = [
  '(?:naar aanleiding van|n\\.a\\.v\\.|vanwege|als gevolg van|in reactie op|na|wegens) (?:(?:een|de|het|deze|dit|dat) )?(?:ernstig[e]? |recente? )?(?:melding(?:en)?|incident(?:en)?|klacht(?:en)?|casus|voorval(?:len)?|situatie|gebeurtenis|conflict|schorsing|non-?actiefstelling)',
  'op verzoek van (?:(?:een|de) )?melder',
  'extra (?:voorlichting|bijeenkomst|training|teamoverleg|teamdag|gesprek|begeleiding|bezoek)(?:en|s)?',
]
