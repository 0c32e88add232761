import type { Kdf, KdfParams } from './crypto/v1/kdf.ts'

/** What one derivation takes here, in milliseconds. */
type KdfMeasurement = { memoryKiB: number; milliseconds: number }

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
 * Measures what Argon2id costs on this computer at the lowest choice, and chooses. The larger ones follow by
 * proportion, since its time grows with its memory: measuring them too took ten seconds of an advisor's first
 * morning. `now` counts milliseconds and never goes back. A measurement that fails leaves the lowest choice.
 */
export async function calibrateKdf(
  kdf: Kdf,
  now: () => number,
  totalMemoryBytes: number,
): Promise<KdfParams> {
  const [lowest = 0] = choicesKiB
  const begun = now()
  const derived = await kdf(new Uint8Array(32), new Uint8Array(16), { memoryKiB: lowest, passes }).catch(
    () => undefined,
  )
  const taken = now() - begun
  const measured = derived
    ? choicesKiB.map((memoryKiB) => ({ memoryKiB, milliseconds: (taken * memoryKiB) / lowest }))
    : []
  return chooseKdfParams(measured, totalMemoryBytes)
}
