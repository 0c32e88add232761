import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import decodeQR from 'qr/decode.js'
import { z } from 'zod'

/** Points of each small square, so that a reader has something to look at. */
const SCALE = 4

/** How pdf.js hands on an outline: which strokes of the pen, and their coordinates one after the other. */
const Outline = z.tuple([z.array(z.int()), z.array(z.number())]).rest(z.unknown())

type Run = { x: number; y: number; length: number }

/** What the QR code on the first page of a PDF file says, read from what is drawn there. */
export async function readQrCode(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
  }).promise
  const page = await pdf.getPage(1)
  const { fnArray, argsArray } = await page.getOperatorList()
  const outlines = fnArray.flatMap((operation, index) =>
    operation === OPS.constructPath ? [runsOf(Outline.parse(argsArray[index]))] : [],
  )
  await pdf.destroy()
  const runs = outlines.reduce((most, one) => (one.length > most.length ? one : most), [])
  return decodeQR(pictureOf(runs))
}

function runsOf([strokes, coordinates]: z.infer<typeof Outline>): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const stroke of strokes) {
    const [x = 0, y = 0] = coordinates.slice(at)
    if (stroke === OPS.moveTo) runs.push({ x, y, length: 0 })
    const run = runs.at(-1)
    if (run !== undefined && stroke === OPS.lineTo) run.length = Math.max(run.length, x - run.x)
    at += stroke === OPS.moveTo || stroke === OPS.lineTo ? 2 : 0
  }
  return runs
}

function pictureOf(runs: readonly Run[]): { width: number; height: number; data: Uint8Array } {
  const width = (Math.max(...runs.map(({ x, length }) => x + length)) + 4) * SCALE
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const { x, y, length } of runs)
    for (let row = y * SCALE; row < (y + 1) * SCALE; row += 1)
      for (let column = x * SCALE; column < (x + length) * SCALE; column += 1)
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
  return { width, height: width, data }
}
