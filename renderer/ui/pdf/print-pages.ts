import './print-pages.css'
import { drawPages, SHARP } from './draw-pages.ts'

/** While `print` goes on, all that there is on paper are the pages of this PDF file, each on a sheet of its own. */
export async function withPagesOnPaper<Answer>(
  file: Uint8Array,
  print: () => Promise<Answer>,
): Promise<Answer> {
  const pages = await drawPages(file, SHARP.paper)
  const holder = document.createElement('div')
  holder.className = 'paper'
  holder.setAttribute('aria-hidden', 'true')
  holder.append(...pages.map(({ canvas }) => canvas))
  document.body.append(holder)
  try {
    return await print()
  } finally {
    holder.remove()
  }
}
