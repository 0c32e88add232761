/** Texts that have broken programs, by what is odd about them. */
export const ODD_TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['emoji of one and of several signs', '😀 👩🏽‍⚕️ 👩‍👩‍👧 🇳🇱 1️⃣'],
  [
    'right-to-left words and signs that turn the direction',
    'שלום مرحبا \u202Eomgekeerd\u202C \u2066los\u2069',
  ],
  ['NUL and other control signs', 'a \u0000 \u0001 \u001B[31m \u007F \u0085 b'],
  ['lone surrogates', 'a \uD800 \uDC00\uD800 \uDFFF b'],
  ['signs that are no characters', 'a \uFFFE \uFFFF \u{1FFFF} \u{10FFFF} \uFEFF b'],
  ['accents of both kinds and many on one letter', `é e\u0301 z${'\u0301'.repeat(150)}`],
  ['all ends of a line', 'a\r\nb\rc\u2028d\u2029e\v\f g'],
]
