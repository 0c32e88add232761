export const start = 'start'
