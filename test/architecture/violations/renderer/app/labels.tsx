// breaks: words-live-in-locale
export const labelled = <button aria-label="Sluiten" />
