import { type ActivityKind } from '#shared/activities/activity.ts'
import { passesLrkCheck } from '#shared/organisations/lrk-number.ts'
import { type LocationType } from '#shared/organisations/location.ts'
import { type HoursBilling } from '#shared/organisations/engagement.ts'

/** An organisation of the story: plainly invented, with the number of melders that come in each of the two years. */
export type StoryOrganisation = {
  name: string
  group: string | null
  kvkNumber: string
  city: string
  locations: number
  locationType: LocationType
  reachableCount: number
  hoursBilling: HoursBilling
  bundleMinutes: number
  meldersYearBefore: number
  meldersLastYear: number
}

/** Six organisations: one with 40 locations; 0, 3, 7, 14 and 30 melders in the last year, and one that just joined. */
export const ORGANISATIONS: readonly StoryOrganisation[] = [
  {
    name: 'Kinderopvang Fantasia',
    group: 'Verzonnen Groep',
    kvkNumber: '00000001',
    city: 'Nergenshuizen',
    locations: 40,
    locationType: 'KDV',
    reachableCount: 2400,
    hoursBilling: 'bundle',
    bundleMinutes: 3600,
    meldersYearBefore: 8,
    meldersLastYear: 30,
  },
  {
    name: 'Stichting Luchtkasteel',
    group: 'Verzonnen Groep',
    kvkNumber: '00000002',
    city: 'Nergenshuizen',
    locations: 9,
    locationType: 'BSO',
    reachableCount: 640,
    hoursBilling: 'bundle',
    bundleMinutes: 1800,
    meldersYearBefore: 3,
    meldersLastYear: 14,
  },
  {
    name: 'Dreumesland',
    group: null,
    kvkNumber: '00000003',
    city: 'Verzinsel aan Zee',
    locations: 4,
    locationType: 'KDV',
    reachableCount: 310,
    hoursBilling: 'half-yearly-line',
    bundleMinutes: 0,
    meldersYearBefore: 1,
    meldersLastYear: 7,
  },
  {
    name: 'Peuteropvang Zomaar',
    group: null,
    kvkNumber: '00000004',
    city: 'Verzinsel aan Zee',
    locations: 2,
    locationType: 'KDV',
    reachableCount: 90,
    hoursBilling: 'half-yearly-line',
    bundleMinutes: 0,
    meldersYearBefore: 1,
    meldersLastYear: 3,
  },
  {
    name: 'Gastouderbureau Denkbeeldig',
    group: null,
    kvkNumber: '00000005',
    city: 'Nergenshuizen',
    locations: 1,
    locationType: 'GOB',
    reachableCount: 35,
    hoursBilling: 'bundle',
    bundleMinutes: 300,
    meldersYearBefore: 0,
    meldersLastYear: 0,
  },
  {
    name: 'BSO Bedacht',
    group: null,
    kvkNumber: '00000006',
    city: 'Schijndorp',
    locations: 1,
    locationType: 'BSO',
    reachableCount: 40,
    hoursBilling: 'bundle',
    bundleMinutes: 300,
    meldersYearBefore: 0,
    meldersLastYear: 2,
  },
]

/** LRK numbers that pass the check and are plainly made up: they begin with five zeros. */
export function madeUpLrkNumbers(count: number): string[] {
  const numbers: string[] = []
  for (let candidate = 1; numbers.length < count; candidate += 1) {
    const text = String(candidate).padStart(9, '0')
    if (passesLrkCheck(text)) numbers.push(text)
  }
  return numbers
}

/** What happens besides cases, in each year, with the organisation's place in the list (`null`: the advisor's own). */
export const ACTIVITIES: readonly {
  organisation: number | null
  kind: ActivityKind
  monthDay: string
  minutes: number
  description: string
  withWhom: string
  reach: number | null
  becauseOfCase: boolean
}[] = [
  {
    organisation: 0,
    kind: 'annual-report-talk',
    monthDay: '03-25',
    minutes: 90,
    description: 'Jaarrapportage en werkplan besproken',
    withWhom: 'HR',
    reach: null,
    becauseOfCase: false,
  },
  {
    organisation: 0,
    kind: 'information-session',
    monthDay: '10-14',
    minutes: 120,
    description: 'Voorlichting over gewenst gedrag',
    withWhom: 'pedagogisch professionals',
    reach: 46,
    becauseOfCase: false,
  },
  {
    organisation: 0,
    kind: 'consultation-works-council',
    monthDay: '11-19',
    minutes: 60,
    description: 'Overleg over de bereikbaarheid van de vertrouwenspersoon',
    withWhom: 'OR',
    reach: null,
    becauseOfCase: false,
  },
  {
    organisation: 0,
    kind: 'information-session',
    monthDay: '11-27',
    minutes: 60,
    description: 'Extra voorlichting naar aanleiding van een melding',
    withWhom: 'één team',
    reach: 8,
    becauseOfCase: true,
  },
  {
    organisation: 1,
    kind: 'consultation-company-doctor',
    monthDay: '05-13',
    minutes: 45,
    description: 'Werkwijze afgestemd',
    withWhom: 'bedrijfsarts',
    reach: null,
    becauseOfCase: false,
  },
  {
    organisation: 1,
    kind: 'introduction-of-trainees',
    monthDay: '09-03',
    minutes: 60,
    description: 'Kennismaking tijdens de introductie van stagiairs',
    withWhom: 'stagiairs',
    reach: 22,
    becauseOfCase: false,
  },
  {
    organisation: 2,
    kind: 'consultation-parent-committee',
    monthDay: '04-08',
    minutes: 75,
    description: 'Gedragscode voor ouders besproken',
    withWhom: 'oudercommissie',
    reach: 9,
    becauseOfCase: false,
  },
  {
    organisation: 2,
    kind: 'preparation',
    monthDay: '04-07',
    minutes: 45,
    description: 'Gedragscode voor ouders beoordeeld',
    withWhom: '',
    reach: null,
    becauseOfCase: false,
  },
  {
    organisation: 3,
    kind: 'policy-review',
    monthDay: '02-11',
    minutes: 120,
    description: 'Personeelsbeleid beoordeeld',
    withWhom: 'houder',
    reach: null,
    becauseOfCase: false,
  },
  {
    organisation: null,
    kind: 'peer-review',
    monthDay: '08-05',
    minutes: 180,
    description: 'Intervisie met vakgenoten',
    withWhom: 'intervisiegroep',
    reach: null,
    becauseOfCase: false,
  },
  {
    organisation: null,
    kind: 'training',
    monthDay: '06-17',
    minutes: 420,
    description: 'Nascholing gespreksvoering',
    withWhom: '',
    reach: null,
    becauseOfCase: false,
  },
]
