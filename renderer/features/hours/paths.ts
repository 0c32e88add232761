/** Where the screens of this area live. */
export const paths = {
  all: '/uren',
  year: (year: number) => `/uren/jaar/${year}`,
  newActivity: '/uren/nieuw',
  activity: (id: string) => `/uren/activiteit/${id}`,
} as const
