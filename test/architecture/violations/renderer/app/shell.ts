export const shell = 'shell'
