/**
 * Where in the values of a form the field is that a refusal names, or `null`. A refusal knows `details.on` or `on`;
 * the form may keep it as `on` or as `details.on`.
 */
export function fieldPath(values: Record<string, unknown>, named: string): string | null {
  const last = named.split('.').at(-1) ?? named
  if (last in values) return last
  for (const [key, value] of Object.entries(values))
    if (typeof value === 'object' && value !== null && last in value) return `${key}.${last}`
  return null
}
