const CONSONANTS = 'BDFGKLMNPRSTVWZ'
const VOWELS = 'AEIO'

/**
 * Six random bytes as something that can be said over the telephone: `BIVO-72`. It is drawn, not counted: a
 * number that counts would tell how many cases there are, and the order in which people came.
 */
export function referenceFrom(random: Uint8Array): string {
  if (random.length < 6) throw new Error('a reference needs 6 random bytes')
  const pick = (letters: string, index: number) => letters.charAt((random[index] ?? 0) % letters.length)
  const digit = (index: number) => String((random[index] ?? 0) % 10)
  return `${pick(CONSONANTS, 0)}${pick(VOWELS, 1)}${pick(CONSONANTS, 2)}${pick(VOWELS, 3)}-${digit(4)}${digit(5)}`
}
