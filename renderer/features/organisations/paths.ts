/** Where the screens of this area live. */
export const paths = {
  all: '/organisaties',
  newOrganisation: '/organisaties/nieuw',
  organisation: (id: string) => `/organisaties/${id}`,
  details: (id: string) => `/organisaties/${id}/gegevens`,
  contract: (id: string) => `/organisaties/${id}/contract`,
  newLocation: (id: string) => `/organisaties/${id}/locaties/nieuw`,
  location: (id: string, locationId: string) => `/organisaties/${id}/locaties/${locationId}`,
  register: (id: string) => `/organisaties/${id}/register`,
} as const
