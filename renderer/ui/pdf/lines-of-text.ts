/** A piece of text on a page; `transform` ends with its place in points from the lower left corner. */
type Piece = { str: string; width: number; transform: readonly unknown[] }

/** Pieces less than this apart, in points, stand on one line. */
const SAME_LINE = 3

/** Lines from top to bottom, the pieces of each from left to right. */
export function linesOf(pieces: readonly Piece[]): string[] {
  const rows = new Map<number, { str: string; x: number; width: number }[]>()
  for (const { str, width, transform } of pieces) {
    if (str.trim() === '') continue
    const [x, y] = [Number(transform[4]), Number(transform[5])]
    const at = [...rows.keys()].find((one) => Math.abs(one - y) < SAME_LINE) ?? y
    rows.set(at, [...(rows.get(at) ?? []), { str, x, width }])
  }
  return [...rows].sort(([a], [b]) => b - a).map(([, row]) => joined(row.sort((a, b) => a.x - b.x)))
}

/** Pieces that touch are one word: a letter of another font starts a piece of its own. */
function joined(row: readonly { str: string; x: number; width: number }[]): string {
  let text = ''
  let end = Infinity
  for (const { str, x, width } of row) {
    text += x - end > 0.5 ? ` ${str}` : str
    end = x + width
  }
  return text.replace(/\s+/g, ' ').trim()
}
