// breaks: @typescript-eslint/no-floating-promises
const save = (): Promise<void> => Promise.resolve()

export const saveAndForget = (): void => {
  save()
}
