export const solver = 'solver'
