/**
 * What the work comes to, or `otherwise` when that takes longer than so many milliseconds: a share whose computer was
 * switched off answers never. The work itself cannot be called off.
 */
export async function inTime<Value>(
  milliseconds: number,
  work: Promise<Value>,
  otherwise: Value,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
