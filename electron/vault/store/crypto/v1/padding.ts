const step = 4096
const padmeFrom = 131_072

const leastUnit = 262_144

/**
 * The size to which a whole snapshot of `length` bytes is brought that leaves the folder: below 512 KiB two sizes for
 * each doubling, up to 4 MiB steps of 256 KiB, above sixteen sizes for each doubling. So two looks at a backup, before
 * and after something was taken out of it, mostly show one size.
 */
export function wholeSize(length: number): number {
  const exponent = Math.floor(Math.log2(length))
  const unit = Math.min(2 ** (exponent - 1), Math.max(leastUnit, 2 ** (exponent - 4)))
  return Math.ceil(length / unit) * unit
}

/**
 * The size to which content of `length` bytes is padded: up to 4 KiB to 4 KiB, up to 128 KiB in steps of
 * 4 KiB, above that Padmé (Nikitin e.a., "Reducing Metadata Leakage from Encrypted Files", PETS 2019), which
 * adds at most 12% and leaks O(log log) bits of the length.
 */
export function paddedSize(length: number): number {
  if (length <= step) return step
  if (length <= padmeFrom) return Math.ceil(length / step) * step
  const exponent = Math.floor(Math.log2(length))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const unit = 2 ** (exponent - kept)
  return Math.ceil(length / unit) * unit
}
