export const hours = 'hours'
