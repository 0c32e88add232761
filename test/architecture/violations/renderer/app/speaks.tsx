// breaks: words-live-in-locale
export const spoken = <p>Opslaan</p>
