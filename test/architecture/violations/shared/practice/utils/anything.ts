// breaks: no-drawers
export const anything = 'anything'
