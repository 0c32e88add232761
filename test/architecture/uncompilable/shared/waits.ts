export const waiting = setTimeout(() => undefined, 1000)
