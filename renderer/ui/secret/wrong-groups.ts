/** Numbers of the groups that a refusal names as mistyped (`group-3`), lowest first; empty when it names none. */
export function wrongGroups(fields: readonly string[] | undefined): number[] {
  return (fields ?? [])
    .flatMap((field) => {
      const match = /^group-(\d+)$/.exec(field)
      return match === null ? [] : [Number(match[1])]
    })
    .sort((a, b) => a - b)
}
