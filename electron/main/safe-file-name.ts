/** In bytes of UTF-8: most file systems allow 255 for a whole name. */
const longestStem = 200
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
/** Control and format characters (which could disguise an extension), and what Windows or a path forbids. */
const unfit = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}<>:"/\\|?*]+/gu

/**
 * A file name that is safe to propose on every system, with exactly this extension: no folders, no control or
 * direction characters, no reserved device names, not hidden, not too long.
 */
export function safeFileName(proposed: string, extension: string): string {
  const suffix = `.${extension}`
  const bare = proposed.toLowerCase().endsWith(suffix) ? proposed.slice(0, -suffix.length) : proposed
  const printable = bare.normalize('NFC').replace(unfit, ' ').replace(/\s+/g, ' ').trimStart()
  const cleaned = firstBytes(printable, longestStem).replace(/^[.\s]+|[.\s]+$/g, '')
  if (cleaned === '') return `Luwte${suffix}`
  return reservedOnWindows.test(cleaned) ? `_${cleaned}${suffix}` : `${cleaned}${suffix}`
}

/** As many whole characters from the start as fit. */
function firstBytes(text: string, limit: number): string {
  let fitting = ''
  let length = 0
  for (const character of text) {
    length += Buffer.byteLength(character)
    if (length > limit) break
    fitting += character
  }
  return fitting
}
