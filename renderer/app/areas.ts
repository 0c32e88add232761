import { appText } from '../locale/app.ts'

/** The areas of the application in the order of Ctrl+1…8: where each lives and what it is called. */
export const AREAS = [
  { path: '/vandaag', name: appText.areas.today },
  { path: '/casussen', name: appText.areas.cases },
  { path: '/organisaties', name: appText.areas.organisations },
  { path: '/uren', name: appText.areas.hours },
  { path: '/rapportages', name: appText.areas.reports },
  { path: '/facturen', name: appText.areas.invoices },
  { path: '/beveiliging', name: appText.areas.security },
  { path: '/instellingen', name: appText.areas.settings },
] as const

export const NEW_MELDING_PATH = '/casussen/nieuw'
