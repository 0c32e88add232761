const longestStem = 120
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
  const cleaned = [...bare.normalize('NFC').replace(unfit, ' ').replace(/\s+/g, ' ')]
    .slice(0, longestStem)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  if (cleaned === '') return `Luwte${suffix}`
  return reservedOnWindows.test(cleaned) ? `_${cleaned}${suffix}` : `${cleaned}${suffix}`
}
