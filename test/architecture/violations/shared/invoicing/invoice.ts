export const invoice = 'invoice'
