// breaks: @typescript-eslint/only-throw-error
export const fail = (): never => {
  throw 'term-running'
}
