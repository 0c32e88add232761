// breaks: core-has-no-dice
export const dice = (): number => Math.random()
