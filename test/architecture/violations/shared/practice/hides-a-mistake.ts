// breaks: @typescript-eslint/ban-ts-comment, no-silenced-checks
// @ts-expect-error: a number is no string
export const name: string = 3
