/** An IBAN as banks compare it: capitals, without spaces. */
export function compactIban(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

/** An IBAN in groups of four, as it is printed. */
export function groupedIban(text: string): string {
  return compactIban(text).replace(/(.{4})(?=.)/g, '$1 ')
}

/**
 * Whether a text can be an IBAN: two letters, two check digits and at most 30 letters or digits, whose remainder
 * modulo 97 is 1 once the first four stand behind and letters count from A = 10 (ISO 13616, ISO 7064 MOD 97-10).
 * A Dutch one has 18 characters, four of them letters of the bank.
 */
export function isIban(text: string): boolean {
  const iban = compactIban(text)
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  if (iban.startsWith('NL') && !/^NL\d{2}[A-Z]{4}\d{10}$/.test(iban)) return false
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return BigInt(digits) % 97n === 1n
}
