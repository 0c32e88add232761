// breaks: @typescript-eslint/no-misused-promises
const isSaved = (): Promise<boolean> => Promise.resolve(false)

export const told = (): string => (isSaved() ? 'saved' : 'lost')
