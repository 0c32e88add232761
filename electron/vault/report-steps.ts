import { fingerprint } from '#shared/statistics/fingerprint.ts'

/**
 * How reports of the first shapes become reports of the second: about a period instead of a year, counted by
 * sub-subjects instead of main subjects, with everything that the first ones did not have yet left empty. Frozen: it
 * uses nothing of the domain that may still change.
 */
type Body = Record<string, unknown>
type Table = { dimension: string; rows: { categories: string[]; value: unknown }[] }

const SUB_SUBJECTS_OF: Record<string, string[]> = {
  policy: [
    'workload',
    'unclear-tasks',
    'working-environment',
    'performance-and-prospects',
    'safety-rules',
    'personal-circumstances',
    'integrity',
    'supervision',
    'unsafe-toys',
    'pedagogical-approach',
    'hygiene',
    'location-safety',
  ],
  treatment: ['aggression', 'sexual-harassment', 'discrimination', 'bullying'],
  'workplace-conflict': ['between-colleagues', 'with-manager', 'with-parent'],
  'advice-on-regulations': [
    'question-about-regulations',
    'collective-agreement',
    'childcare-act',
    'organisation-policy',
    'personnel-policy',
    'pedagogical-policy',
  ],
  unknown: ['not-named'],
}

/** Name and categories of a table as the second shape has them; `year` is that of the halves. */
export function inSecondTerms(
  dimension: string,
  categories: readonly string[],
  year: number,
): { dimension: string; categories: string[] } {
  switch (dimension) {
    case 'subject':
      return { dimension, categories: categories.flatMap((name) => SUB_SUBJECTS_OF[name] ?? [name]) }
    case 'half':
      return {
        dimension: 'time',
        categories: categories.map((name) => `${year}-${name === 'first-half' ? 1 : 2}`),
      }
    default:
      return { dimension, categories: [...categories] }
  }
}

/** Figures whose seal holds, with a seal over their second shape; others are left to be refused. */
function figuresOfPeriod(figures: Body): Body {
  const { seal, ...first } = figures
  if (seal !== fingerprint(first)) return figures
  const { organisationId, year, tables, whatWasGivenUp, ...rest } = first
  const second = {
    ...rest,
    about: { kind: 'organisation', organisationId },
    period: { year, half: null },
    tables: (tables as Table[]).map(({ dimension, rows }) => ({
      dimension: dimension === 'half' ? 'time' : dimension,
      rows: rows.map(({ categories, value }) => ({
        categories: inSecondTerms(dimension, categories, year as number).categories,
        value,
      })),
    })),
    crossTables: [],
    whatWasGivenUp: (whatWasGivenUp as { dimension: string }[]).map((one) => ({
      ...one,
      dimension: one.dimension === 'half' ? 'time' : one.dimension,
    })),
  }
  return { ...second, seal: fingerprint(second) }
}

function narrativeWithOwners(narrative: Body): Body {
  const recommendations = narrative['recommendations'] as string[]
  return {
    ...narrative,
    recommendations: recommendations.map((text) => ({ text, owner: '' })),
    followUps: [],
  }
}

const untouched = {
  team: [],
  statement: { complaints: null, disputes: null },
  factCheck: { sentOn: null, checkedOn: null, checkedBy: '' },
}

/** A settled report. */
export function reportOfPeriod(body: unknown): unknown {
  const { year, figures, earlierYears, narrative, ...rest } = body as Body
  return {
    ...rest,
    ...untouched,
    period: { year, half: null },
    audience: 'board',
    group: null,
    certificationTime: null,
    locations: [],
    figures: figuresOfPeriod(figures as Body),
    earlierYears: (earlierYears as { year: number; figures: Body | null }[]).map((earlier) => ({
      year: earlier.year,
      figures: earlier.figures && figuresOfPeriod(earlier.figures),
    })),
    narrative: narrativeWithOwners(narrative as Body),
  }
}

/** What was typed for a report. */
export function draftOfPeriod(body: unknown): unknown {
  const { year, narrative, ...rest } = body as Body
  return {
    ...rest,
    period: { year, half: null },
    draft: {
      ...untouched,
      choices: {
        dimensions: [
          { dimension: 'subject', from: 'main-subjects' },
          { dimension: 'role', from: 'roles' },
          { dimension: 'rung', from: 'rungs' },
          { dimension: 'outcome', from: 'outcomes' },
        ],
        crossTables: [],
      },
      narrative: narrativeWithOwners(narrative as Body),
      leftOut: {
        board: [],
        'works-council': [],
        'parent-committee': ['signals', 'recommendations', 'follow-ups'],
        'supervisory-board': [],
      },
    },
  }
}
