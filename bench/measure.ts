/**
 * Milliseconds that something took, those that the processor was busy with it (all threads of this process; what else
 * runs on the computer hardly shows there), and what it gave.
 */
export async function timed<T>(
  work: () => Promise<T> | T,
): Promise<{ ms: number; processorMs: number; value: T }> {
  const [start, busyBefore] = [performance.now(), process.cpuUsage()]
  const value = await work()
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(busyBefore)
  return { ms, processorMs: (user + system) / 1000, value }
}

/** The values below which half and 95 in 100 of the samples lie, in milliseconds to a hundredth. */
export function percentiles(samples: readonly number[]): { p50: number; p95: number; samples: number } {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p95: at(0.95), samples: sorted.length }
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
