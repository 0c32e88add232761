import { checksum } from './checksum.ts'

/** Crockford's base32. */
export const recoveryAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groupCount = 11
const dataSymbols = 5

/** Why a typed recovery key cannot be one: the groups (from 1) that contain a mistake, none if it is the whole. */
export type Mistyped = { refused: 'wrong-recovery-key'; groups: number[] }

/** Multiplication by x in GF(32) with polynomial x⁵ + x² + 1. */
const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0x25 : 0)) & 31

/**
 * The check symbol of a group. Its weights (x … x⁵) differ and none is nought, so one wrong symbol or two
 * exchanged ones are always seen; the number of the group is mixed in, so exchanged groups are too.
 */
function checkSymbol(group: number, data: number[]): number {
  const sum = data.reduceRight((total, symbol) => timesX(total ^ symbol), 0)
  return sum ^ (group + 1)
}

/** The last 19 bits: the start of BLAKE2b-256 over the key, most significant first. */
function tail(key: Uint8Array): bigint {
  const [a = 0, b = 0, c = 0] = checksum(key)
  return BigInt(((a << 16) | (b << 8) | c) >>> 5)
}

/**
 * 256 bits as eleven groups of six symbols of Crockford's base32: five of content (256 bits of key, 19 of
 * checksum over the whole), one check symbol.
 */
export function recoveryKeyText(key: Uint8Array): string {
  let bits = 0n
  for (const byte of key) bits = (bits << 8n) | BigInt(byte)
  bits = (bits << 19n) | tail(key)
  const groups: string[] = []
  for (let group = 0; group < groupCount; group += 1) {
    const data = Array.from({ length: dataSymbols }, (_, index) => {
      const place = groupCount * dataSymbols - 1 - (group * dataSymbols + index)
      return Number((bits >> BigInt(5 * place)) & 31n)
    })
    groups.push([...data, checkSymbol(group, data)].map((symbol) => recoveryAlphabet.charAt(symbol)).join(''))
  }
  return groups.join('-')
}

function typedGroups(typed: string): string[] {
  const text = typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  const marked = text.split(/[^0-9A-Z]+/).filter((group) => group !== '')
  // Typed in its eleven groups, a forgotten symbol spoils one of them; otherwise only counting is left.
  if (marked.length === groupCount) return marked
  return marked.join('').match(/.{1,6}/g) ?? []
}

/**
 * Reads a typed recovery key, forgiving case, spaces, dashes and O/0, I/L/1. Names the groups that hold a
 * mistake; the key itself is only known to be right when a slot opens.
 */
export function readRecoveryKey(typed: string): Uint8Array | Mistyped {
  const groups = typedGroups(typed)
  const wrong: number[] = []
  let bits = 0n
  for (let group = 0; group < groupCount; group += 1) {
    const symbols = [...(groups[group] ?? '')].map((symbol) => recoveryAlphabet.indexOf(symbol))
    const data = symbols.slice(0, dataSymbols)
    const fits = symbols.length === dataSymbols + 1 && !symbols.includes(-1)
    if (!fits || symbols[dataSymbols] !== checkSymbol(group, data)) wrong.push(group + 1)
    for (const symbol of data) bits = (bits << 5n) | BigInt(Math.max(symbol, 0))
  }
  if (wrong.length > 0) return { refused: 'wrong-recovery-key', groups: wrong }
  if (groups.length !== groupCount) return { refused: 'wrong-recovery-key', groups: [] }
  const key = new Uint8Array(32)
  let rest = bits >> 19n
  for (let index = 31; index >= 0; index -= 1) {
    key[index] = Number(rest & 255n)
    rest >>= 8n
  }
  if (tail(key) !== (bits & 0x7ffffn)) return { refused: 'wrong-recovery-key', groups: [] }
  return key
}
