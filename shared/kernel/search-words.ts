/** A text as it is compared in a search: without case and accents, so that `Vvé` finds `VVE`. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The words of what somebody typed into a search field, folded. */
export function searchWords(query: string): string[] {
  return foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '')
}
