import { dictionary } from '@zxcvbn-ts/language-nl-be'

const WORDS = 6
/** A power of two, so that thirteen random bits choose evenly: six words hold 78 bits. */
const LIST_LENGTH = 8192

/** Beginnings that nobody wants to read aloud, or to type every morning after a hard day. */
const UNKIND =
  /neuk|kut|lul|hoer|klote|kloot|slet|tief|tering|kank|seks|sex|verkracht|misbruik|moord|dood|dode|sterf|lijk|bloed|bom|wapen|wurg|marte|nazi|neger|nikker|homo|flikker|poep|pis|schijt|shit|fuck|tiet|tepel|penis|vagina|kont|reet|stom|idioot|debiel|mongool|zelfm|haat|drug|coke|hasj|pijp|bitch|gek|hitler|jood|joden|slaaf|slaven|geil|porno|naakt|crack|heroin|bastaa|klap|vecht|sla[ag]|schop|steek|mes/

let list: readonly string[] | null = null

function words(): readonly string[] {
  if (list !== null) return list
  const all = dictionary as Record<string, readonly string[]>
  const names = new Set(
    [...(all['boysFirstnames'] ?? []), ...(all['girlsFirstnames'] ?? []), ...(all['lastnames'] ?? [])].map(
      (name) => name.toLowerCase(),
    ),
  )
  const kind = [...new Set(all['commonWords'] ?? [])].filter(
    (word) => /^[a-z]{4,10}$/.test(word) && !names.has(word) && !UNKIND.test(word),
  )
  if (kind.length < LIST_LENGTH) throw new Error('the list of Dutch words is too short')
  list = kind.slice(0, LIST_LENGTH)
  return list
}

/** Six words of a Dutch list of 8,192, each drawn evenly: 78 random bits that a person can remember. */
export function drawPassphrase(random: (count: number) => Uint8Array): string {
  const bytes = random(WORDS * 2)
  return Array.from({ length: WORDS }, (_, index) => {
    const drawn = ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0)
    return words()[drawn % LIST_LENGTH]
  }).join(' ')
}
