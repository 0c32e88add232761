import { build as buildPackage, Platform, type Configuration } from 'electron-builder'
import { build } from 'electron-vite'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { temporaryFolder } from './cache-folder.ts'
import type { ElectronRuntime } from './electron-runtime.ts'
import { wantedFuses } from './fuses.ts'
import { provideElectron } from './provide-electron.ts'
import { repositoryRoot } from './repository-root.ts'
import { say } from './say.ts'

/** What the packaged program needs to know of itself; nothing of how it is made. */
function writeDescription(stage: string): void {
  const all = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >
  const kept = ['name', 'productName', 'version', 'description', 'license', 'main', 'type']
  const description = Object.fromEntries(kept.map((name) => [name, all[name]]))
  writeFileSync(join(stage, 'package.json'), JSON.stringify(description))
}

/** A distribution of Electron without an application: the fallback carries a small one, which would run first. */
function copyRuntime({ executable }: ElectronRuntime, target: string): void {
  const folder = process.platform === 'darwin' ? resolve(executable, '../../../..') : dirname(executable)
  const application = join(folder, 'resources/app')
  cpSync(folder, target, { recursive: true, verbatimSymlinks: true, filter: (path) => path !== application })
}

async function configurationFor(
  runtime: ElectronRuntime,
  work: string,
  output: string,
): Promise<Configuration> {
  const { grantFileProtocolExtraPrivileges, ...fuses } = await wantedFuses(runtime.executable)
  const fileFuse = grantFileProtocolExtraPrivileges === undefined ? {} : { grantFileProtocolExtraPrivileges }
  return {
    appId: 'nl.luwte.kluis',
    productName: 'Luwte',
    directories: { output },
    files: ['package.json', 'out/**/*'],
    extraFiles: ['LICENSE', 'LICENSES.md'].map((name) => ({
      from: join(repositoryRoot, name),
      to: `licences/${name}`,
    })),
    asar: true,
    npmRebuild: false,
    electronVersion: runtime.version,
    electronDist: join(work, 'electron'),
    electronLanguages: ['nl', 'en-US'],
    electronFuses: { ...fuses, ...fileFuse },
    linux: { executableName: 'luwte', category: 'Office' },
    mac: { identity: null },
    publish: null,
  }
}

/** Puts the built application and an Electron together in a folder of `output`, which is emptied first. Fetches nothing. */
async function packageApplication(output: string): Promise<void> {
  const runtime = await provideElectron()
  const work = mkdtempSync(join(temporaryFolder(), 'luwte-package-'))
  try {
    const stage = join(work, 'application')
    mkdirSync(stage)
    writeDescription(stage)
    cpSync(join(repositoryRoot, 'out'), join(stage, 'out'), { recursive: true })
    copyRuntime(runtime, join(work, 'electron'))
    rmSync(output, { recursive: true, force: true })
    await buildPackage({
      targets: Platform.current().createTarget('dir'),
      config: await configurationFor(runtime, work, output),
      projectDir: stage,
      publish: 'never',
    })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  const warning = runtime.origin === 'registry' ? ', which is the fallback of 2023: never for real cases' : ''
  say(`Packaged in ${output}, with Electron ${runtime.version}${warning}.`)
}

const [asked, ...flags] = process.argv.slice(2).reverse()
const output = asked !== undefined && !asked.startsWith('--') ? resolve(asked) : join(repositoryRoot, 'dist')
try {
  const isBuilt = [asked, ...flags].includes('--built')
  if (!isBuilt) await build({ root: repositoryRoot, logLevel: 'warn' })
  await packageApplication(output)
} catch (error) {
  say(error instanceof Error ? error.message : 'Luwte could not be packaged.')
  process.exitCode = 1
}
