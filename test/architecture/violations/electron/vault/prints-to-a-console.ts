// breaks: nothing-prints-to-a-console
export const tell = (what: string): void => console.log(what)
