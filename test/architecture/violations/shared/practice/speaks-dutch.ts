// breaks: no-dutch-outside-locale
export const refusal = 'Deze casus kan nog niet dicht: er loopt een termijn.'
