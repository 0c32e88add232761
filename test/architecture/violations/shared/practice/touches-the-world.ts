// breaks: core-touches-no-world
export const home = (): string | undefined => process.env['HOME']
