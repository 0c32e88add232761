/**
 * How fast time grows with size: the slope of log time over log size, by least squares. 1 is in proportion, 2 is with
 * the square; below 1 a fixed part still weighs.
 */
export function growthExponent(points: readonly { size: number; ms: number }[]): number {
  const logs = points.map(({ size, ms }) => ({ x: Math.log(size), y: Math.log(ms) }))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanX, meanY] = [mean(logs.map(({ x }) => x)), mean(logs.map(({ y }) => y))]
  const along = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0)
  const across = logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  return along / across
}
