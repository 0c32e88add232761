import { type Half } from '#shared/calendar/period.ts'

/** Where the screens of this area live, and where what an invoice lacks can be mended. */
export const paths = {
  all: '/facturen',
  yearly: (year: number) => `/facturen/jaar/${year}`,
  hours: (year: number, half: Half) => `/facturen/uren/${year}/${half}`,
  invoice: (id: string) => `/facturen/factuur/${id}`,
  settings: '/instellingen',
  organisation: (id: string) => `/organisaties/${id}`,
  organisationDetails: (id: string) => `/organisaties/${id}/gegevens`,
  contract: (id: string) => `/organisaties/${id}/contract`,
  hoursOf: (year: number) => `/uren/jaar/${year}`,
} as const
