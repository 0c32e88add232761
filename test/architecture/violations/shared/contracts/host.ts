export const host = 'host'
