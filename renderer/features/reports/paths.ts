/** Where the screens of this area live, and where what a report lacks can be mended. */
export const paths = {
  all: '/rapportages',
  year: (year: number) => `/rapportages/jaar/${year}`,
  report: (organisationId: string, year: number) => `/rapportages/${organisationId}/${year}`,
  organisations: '/organisaties',
  contract: (organisationId: string) => `/organisaties/${organisationId}/contract`,
} as const
