export const probe = 'probe'
