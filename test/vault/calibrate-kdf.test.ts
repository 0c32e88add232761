import { expect, test } from 'vitest'
import { calibrateKdf, chooseKdfParams, type Kdf, type KdfParams } from '../../electron/vault/store/store.ts'

const mebibyte = 1024 * 1024
const gibibyte = 1024 * mebibyte

/** A computer that fills so many MiB a second, whose clock only moves while it derives. */
function computer(
  mebibytesPerSecond: number,
  most = 1024,
): { kdf: Kdf; now: () => number; asked: KdfParams[] } {
  let time = 17
  const asked: KdfParams[] = []
  const kdf: Kdf = (_passphrase, _salt, params) => {
    asked.push(params)
    const mebibytes = params.memoryKiB / 1024
    time += (mebibytes / mebibytesPerSecond) * 1000
    return mebibytes > most ? Promise.reject(new Error('no memory')) : Promise.resolve(new Uint8Array(32))
  }
  return { kdf, now: () => time, asked }
}

const chosen = async (speed: number, memory: number, most?: number): Promise<number> => {
  const { kdf, now } = computer(speed, most)
  const { memoryKiB, passes } = await calibrateKdf(kdf, now, memory)
  expect(passes).toBe(3)
  return memoryKiB / 1024
}

test('a computer gets the largest cost that it bears in three seconds', async () => {
  expect(await chosen(1000, 64 * gibibyte)).toBe(1024)
  expect(await chosen(1024 / 3, 64 * gibibyte)).toBe(1024)
  expect(await chosen(300, 64 * gibibyte)).toBe(512)
  expect(await chosen(170, 64 * gibibyte)).toBe(256)
})

test('no cost takes more than an eighth of the memory', async () => {
  expect(await chosen(1000, 8 * gibibyte)).toBe(1024)
  expect(await chosen(1000, 8 * gibibyte - 1)).toBe(512)
  expect(await chosen(1000, 4 * gibibyte)).toBe(512)
  expect(await chosen(1000, 3 * gibibyte)).toBe(256)
})

test('a slow or small computer gets the floor and never less', async () => {
  expect(await chosen(10, 64 * gibibyte)).toBe(256)
  expect(await chosen(1000, gibibyte)).toBe(256)
  expect(chooseKdfParams([], 0)).toEqual({ memoryKiB: 256 * 1024, passes: 3 })
})

test('a measurement that fails leaves the floor', async () => {
  expect(await chosen(1000, 64 * gibibyte, 0)).toBe(256)
})

test('one derivation is all that is asked of the computer', async () => {
  const { kdf, now, asked } = computer(300)
  await calibrateKdf(kdf, now, 64 * gibibyte)
  expect(asked.map(({ memoryKiB }) => memoryKiB / 1024)).toEqual([256])
})
