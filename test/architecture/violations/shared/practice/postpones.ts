// breaks: nothing-postponed
// TODO: refuse a second closing
export const close = (): void => undefined
