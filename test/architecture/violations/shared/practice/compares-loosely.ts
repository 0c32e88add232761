// breaks: eqeqeq
export const isEmpty = (value: string | number): boolean => value == 0
