import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { fill, newFolder, newVault, put, type Sample } from '../store-fixture.ts'
import { backUp, orderOf } from './backup-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let sample: Sample
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', 1), put('b', 2)])
})

const listOf = (target: string) => join(target, 'destroyed.luwte')
const found = async (target: string, scopes: string[], vault = sample) => {
  const { destroyed } = await backUp(await orderOf(vault, scopes), target)
  if ('refused' in destroyed) throw new Error(destroyed.refused)
  return [destroyed.was, destroyed.hashes.length]
}

test('every folder of backups has a list of what was destroyed, also when that is nothing', async () => {
  const target = await newFolder()
  expect(await found(target, [])).toEqual(['missing', 0])
  expect(await found(target, [])).toEqual(['whole', 0])
})

test('a list only grows: what an older vault does not remember stays on it', async () => {
  const target = await newFolder()
  expect(await found(target, ['case:a', 'case:weg'])).toEqual(['missing', 2])
  expect(await found(target, ['case:nieuw'])).toEqual(['whole', 3])
  expect(await found(target, [])).toEqual(['whole', 3])
})

test('the list tells a finder nothing, and two vaults in one folder leave each other alone', async () => {
  const target = await newFolder()
  const other = await newVault()
  await found(target, ['case:merkteken'])
  expect(await found(target, ['case:x'], other)).toEqual(['none', 1])
  expect(await found(target, [])).toEqual(['whole', 1])
  expect((await readFile(listOf(target))).includes('merkteken')).toBe(false)
})

test('a list that was damaged or changed is named, kept aside and written anew', async () => {
  const target = await newFolder()
  await found(target, ['case:a'])
  const whole = await readFile(listOf(target))
  for (let offset = 0; offset < whole.length; offset += 499) {
    const flipped = Buffer.from(whole)
    flipped[offset] = (flipped[offset] ?? 0) ^ 4
    await writeFile(listOf(target), flipped)
    expect(await found(target, ['case:a'])).toEqual(['damaged', 1])
  }
  expect((await readdir(join(target, 'aside'))).length).toBeGreaterThan(5)
  await writeFile(listOf(target), '')
  expect(await found(target, ['case:a'])).toEqual(['damaged', 1])
  expect(await found(target, ['case:a'])).toEqual(['whole', 1])
  await rm(listOf(target))
  expect(await found(target, ['case:a'])).toEqual(['missing', 1])
})
