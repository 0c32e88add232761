/** An attribute or a text of an XML file, and in which element it stands. */
export type XmlPart = { element: string; attribute: string | null; value: string; opened: number }

const TAG = /<([?!/]?)([^\s/>]*)((?:\s+[^\s=>]+="[^"]*")*)\s*([?/]?)>|([^<]+)/g
const ATTRIBUTE = /([^\s=]+)="([^"]*)"/g

/**
 * Every attribute and every text of an XML file that this program made, in their order. `opened` counts the elements
 * that were opened before, so that parts of one element have the same number. Throws for what is no such file.
 */
export function xmlParts(xml: string): XmlPart[] {
  const parts: XmlPart[] = []
  const within: { element: string; opened: number }[] = []
  let [opened, end] = [0, 0]
  for (const match of xml.matchAll(TAG)) {
    if (match.index !== end) throw new Error('xml: expected an element')
    end += match[0].length
    const [, kind, element = '', attributes = '', closed, text] = match
    if (text !== undefined) {
      const inside = within.at(-1)
      if (text.trim() !== '')
        parts.push({ element: '', opened: 0, ...inside, attribute: null, value: plain(text) })
    } else if (kind === '/') {
      if (within.pop()?.element !== element) throw new Error('xml: an element ends that did not begin')
    } else if (kind === '') {
      opened += 1
      for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE))
        parts.push({ element, attribute, value: plain(value), opened })
      // An element without anything is one too: that it is there may tell something.
      if (attributes === '') parts.push({ element, attribute: '', value: '', opened })
      if (closed === '') within.push({ element, opened })
    } else if (kind === '!') throw new Error('xml: expected no declaration, comment or section')
  }
  if (end !== xml.length || within.length > 0) throw new Error('xml: does not end')
  return parts
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, decimal, hexadecimal, name: string) => {
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal))
    if (typeof hexadecimal === 'string') return String.fromCodePoint(parseInt(hexadecimal, 16))
    return ENTITIES[name] ?? whole
  })
}
