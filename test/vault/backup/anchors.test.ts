import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { readAnchors } from '../../../electron/vault/store/backup/anchors.ts'
import { parseHeader } from '../../../electron/vault/store/crypto/v1/header.ts'
import { fill, newFolder, newVault, put, type Sample } from '../store-fixture.ts'
import { backUp, made, orderOf, rightChecksums } from './backup-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let sample: Sample
let vaultId: Uint8Array
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', 1)])
  const parsed = parseHeader(new Uint8Array(await readFile(join(sample.folder, 'header-a'))))
  if (parsed.found !== 'header') throw new Error('no header')
  vaultId = parsed.header.vaultId
})

const anchorsIn = async (target: string, vault = sample) =>
  readAnchors(target, vaultId, (await orderOf(vault)).ledgerHash)

test('an anchor that somebody wrote, and a broken or foreign backup, are named and do not count', async () => {
  const target = await newFolder()
  const { fileName } = made((await backUp(await orderOf(sample), target)).backup)
  const bytes = await readFile(join(target, fileName))
  const forged = Buffer.from(bytes)
  forged.writeBigUInt64LE(99n, 40)
  const foreign = await newVault()
  const theirs = made((await backUp(await orderOf(foreign), target)).backup)
  const shortId = fileName.slice(6, 14)
  const names = [`luwte-${shortId}-97-2026-11-20.luwte`, `luwte-${shortId}-98-2026-11-20.luwte`]
  await writeFile(join(target, `luwte-${shortId}-99-2026-11-20.luwte`), rightChecksums(forged))
  await writeFile(join(target, names[1] ?? ''), bytes.subarray(0, 700))
  await writeFile(join(target, names[0] ?? ''), await readFile(join(target, theirs.fileName)))
  const { anchors, refused } = await anchorsIn(target)
  expect(anchors.map((anchor) => anchor.fileName)).toEqual([fileName])
  expect(refused.map(({ refusal }) => refusal)).toEqual([
    { refused: 'other-vault' },
    { refused: 'damaged', fields: ['end'] },
    { refused: 'tampered', fields: ['beginning'] },
  ])
})
