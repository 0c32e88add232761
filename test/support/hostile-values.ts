/**
 * The value of this number in a long row of values of which no command takes any: wrong kinds, wrong fields, deep and
 * long ones. Needs nothing outside itself, so that its source can be handed to another process.
 */
export function hostileValue(number: number): unknown {
  const leaves = [
    ...[null, true, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 9n],
    ...['', 'geheim', '__proto__', '\uD800', '\u0000', 'geheim'.repeat(500)],
    ...[[], [5], [[['geheim']]], new Uint8Array([1, 2, 3]), { geheim: 'geheim' }],
  ]
  const keys = [
    ...['minutes', 'purpose', 'suggestedName', 'kind', 'bytes', 'id', 'command', 'input', 'details', 'token'],
    ...['__proto__', 'constructor', 'toString', 'then', 'length', 'geheim'],
  ]
  const leaf = leaves[number % leaves.length]
  const key = keys[number % keys.length] ?? ''
  const other = keys[(number * 7 + 3) % keys.length] ?? ''
  switch (Math.floor(number / leaves.length) % 6) {
    case 0:
      return leaf
    case 1:
      return JSON.parse(`{"${key}":"geheim"}`)
    case 2:
      return Object.fromEntries([
        [key, leaf],
        [other, { [key]: leaf }],
      ])
    case 3:
      return [leaf, { [key]: leaf }, number]
    case 4: {
      let deep: unknown = leaf
      for (let depth = 0; depth < 200; depth += 1) deep = depth % 2 === 0 ? [deep] : { [key]: deep }
      return { [other]: deep }
    }
    default:
      return Object.fromEntries(Array.from({ length: 60 }, (_, place) => [`${key}${place}`, leaf]))
  }
}
