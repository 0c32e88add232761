// breaks: no-barrels
export * from './practice.ts'

export const more = 'more'
