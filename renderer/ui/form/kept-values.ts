type Fields = Record<string, unknown>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for the same values, whatever the order of their fields; a field without a value is as good as none. */
export function sameValues(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameValues(item, other[index]))
  if (isFields(one) && isFields(other))
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) =>
      sameValues(one[name], other[name]),
    )
  return Object.is(one, other)
}

/** What a form begins with, and nothing for the fields that stand in it by now and began with nothing. */
export function withFieldsOf<Values extends object>(begins: Values, now: Values): Values {
  const all = { ...now, ...begins } as Fields
  return Object.fromEntries(
    Object.keys(all).map((name) => {
      const [began, is] = [(begins as Fields)[name], (now as Fields)[name]]
      return [name, isFields(is) ? withFieldsOf(isFields(began) ? began : {}, is) : began]
    }),
    // The same fields, of which some hold nothing.
  ) as Values
}

const isSimple = (value: unknown): boolean => value === null || typeof value !== 'object'

function fittedList(usual: unknown[], kept: unknown[]): unknown[] {
  const [shape] = usual
  if (isFields(shape)) return kept.filter(isFields).map((item) => fitted(shape, item))
  return kept.filter((item) => item !== null && isSimple(item))
}

function fittedValue(usual: unknown, kept: unknown): unknown {
  if (Array.isArray(usual)) return Array.isArray(kept) ? fittedList(usual, kept) : usual
  if (isFields(usual)) return isFields(kept) ? fitted(usual, kept) : usual
  if (usual === null || usual === undefined) {
    if (Array.isArray(kept)) return usual === undefined ? fittedList([], kept) : usual
    return isSimple(kept) ? kept : usual
  }
  // A field that was emptied is no field of another kind.
  if (kept === null) return typeof usual === 'boolean' ? usual : null
  return typeof kept === typeof usual ? kept : usual
}

/** The values that a form begins with, and over them those of `kept` that fit: what has no field any more is left out. */
function fitted(usual: Fields, kept: Fields): Fields {
  return Object.fromEntries(
    Object.entries(usual).map(([name, value]) => [
      name,
      Object.hasOwn(kept, name) ? fittedValue(value, kept[name]) : value,
    ]),
  )
}

/**
 * What was typed in a form and kept as JSON, over the values that the form begins with (`usual`). A form that has
 * changed since takes what fits; text that is no JSON fits nowhere. `null` when that comes to nothing new.
 */
export function keptValues<Values extends object>(usual: Values, text: string): Values | null {
  let kept: unknown
  try {
    kept = JSON.parse(text)
  } catch {
    return null
  }
  if (!isFields(kept)) return null
  // The fields are those of the form, and each value is of the kind that stood there.
  const values = fitted(usual as Fields, kept) as Values
  return sameValues(values, usual) ? null : values
}

function movedOn(begins: unknown, then: unknown, now: unknown): unknown {
  if (sameValues(then, now)) return begins
  if (sameValues(begins, then)) return now
  if (isFields(begins) && isFields(then) && isFields(now))
    return Object.fromEntries(
      Object.keys(now).map((name) => [name, movedOn(begins[name], then[name], now[name])]),
    )
  if (typeof begins === 'string' && typeof then === 'string' && typeof now === 'string')
    return now.startsWith(then) ? (begins + now.slice(then.length)).trimStart() : now
  if (Array.isArray(then) && Array.isArray(now))
    return now.filter((item, index) => !sameValues(item, then[index]))
  return now
}

/**
 * What stands in a form that begins anew with `begins` while somebody types on: her fields were as in `then` and are as
 * in `now`. What she typed meanwhile stays, in a text after what was there then.
 */
export function withTypedSince<Values extends object>(begins: Values, then: Values, now: Values): Values {
  // Each field is one of three of the same form.
  return movedOn(begins, then, now) as Values
}
