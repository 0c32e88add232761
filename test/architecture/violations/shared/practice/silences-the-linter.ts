// breaks: no-silenced-checks, @typescript-eslint/no-explicit-any
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const same = (value: any): unknown => value
