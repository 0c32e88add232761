import type { Kdf, KdfParams } from './crypto/v1/kdf.ts'

/** What one derivation took here, in milliseconds. */
export type KdfMeasurement = { memoryKiB: number; milliseconds: number }

const passes = 3
const mostMilliseconds = 3000
const choicesKiB = [256, 512, 1024].map((mebibytes) => mebibytes * 1024)

/**
 * The largest cost that was measured to take at most three seconds, and that takes at most an eighth of the
 * memory; the lowest choice, 256 MiB, whatever this computer is like, for below it guessing becomes too cheap.
 */
export function chooseKdfParams(measured: readonly KdfMeasurement[], totalMemoryBytes: number): KdfParams {
  const fitting = measured.filter(
    ({ memoryKiB, milliseconds }) =>
      fitsMemory(memoryKiB, totalMemoryBytes) && milliseconds <= mostMilliseconds,
  )
  return { memoryKiB: Math.max(256 * 1024, ...fitting.map(({ memoryKiB }) => memoryKiB)), passes }
}

const fitsMemory = (memoryKiB: number, totalMemoryBytes: number): boolean =>
  memoryKiB * 1024 * 8 <= totalMemoryBytes

/**
 * Measures what Argon2id costs on this computer, smallest first, and chooses. `now` counts milliseconds and never
 * goes back. Stops as soon as a cost takes too long, or its memory cannot be had; takes up to ten seconds.
 */
export async function calibrateKdf(
  kdf: Kdf,
  now: () => number,
  totalMemoryBytes: number,
): Promise<KdfParams> {
  const measured: KdfMeasurement[] = []
  for (const memoryKiB of choicesKiB) {
    if (!fitsMemory(memoryKiB, totalMemoryBytes)) break
    const begun = now()
    const derived = await kdf(new Uint8Array(32), new Uint8Array(16), { memoryKiB, passes }).catch(
      () => undefined,
    )
    const milliseconds = now() - begun
    if (!derived) break
    measured.push({ memoryKiB, milliseconds })
    // Twice the memory never takes less than this took.
    if (milliseconds > mostMilliseconds) break
  }
  return chooseKdfParams(measured, totalMemoryBytes)
}
