import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isRoot } from './cache-folder.ts'
import { say } from './say.ts'

/** Something of the system that Electron or its tests need, with the Debian packages that may bring it. */
interface Need {
  readonly library?: string
  readonly command?: string
  /** In order of preference: newer Debians renamed some for their 64-bit time. */
  readonly packages: readonly string[]
}

const needsOfElectron: readonly Need[] = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
]
const needOfDisplay: Need = { command: 'Xvfb', packages: ['xvfb'] }
/** To see what goes to the network, and to use the program from outside, on a screen that is nobody's. */
const needsOfTests: readonly Need[] = [
  { command: 'strace', packages: ['strace'] },
  { command: 'xdotool', packages: ['xdotool'] },
  needOfDisplay,
]

/**
 * Sees to the libraries that Electron needs on Linux, a display of its own where there is none, and, for the tests,
 * what they look and type with. As root on Debian they are installed; otherwise the exact command is told. Returns whether all is there.
 */
export function provideLibraries({ forTests }: { forTests: boolean }): boolean {
  if (process.platform !== 'linux') return true
  const hasDisplay = (process.env['DISPLAY'] ?? '') !== ''
  const needs = [...needsOfElectron, ...(forTests ? needsOfTests : hasDisplay ? [] : [needOfDisplay])]
  if (needs.every(isMet)) return true
  if (!existsSync('/usr/bin/apt-get')) {
    say(
      `Missing on this computer: ${needs
        .filter((need) => !isMet(need))
        .map(nameOf)
        .join(', ')}.`,
    )
    return false
  }
  if (!isRoot()) {
    const packages = needs.filter((need) => !isMet(need)).map(packageFor)
    say(`Missing on this computer; install it with: sudo apt-get install ${packages.join(' ')}`)
    return false
  }
  install(needs.filter((need) => !isMet(need)))
  const lacking = needs.filter((need) => !isMet(need))
  if (lacking.length > 0) say(`Still missing after installing: ${lacking.map(nameOf).join(', ')}.`)
  return lacking.length === 0
}

function install(needs: readonly Need[]): void {
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync('apt-get', ['update', '-qq'], options)
  const packages = needs.map(packageFor)
  say(`Installing from Debian: ${packages.join(' ')}.`)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
}

function isMet(need: Need): boolean {
  if (need.command !== undefined) return hasCommand(need.command)
  return need.library === undefined || hasLibrary(need.library)
}

function hasCommand(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(':').concat('/usr/bin', '/usr/sbin')
  return folders.some((folder) => folder !== '' && existsSync(`${folder}/${name}`))
}

function hasLibrary(soname: string): boolean {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path))
  if (ldconfig === undefined) return true
  return execFileSync(ldconfig, ['-p'], { encoding: 'utf8' }).includes(`\t${soname} (`)
}

function packageFor(need: Need): string {
  const known = need.packages.find((name) => {
    const policy = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout
    return /Candidate: (?!\(none\))/.test(policy)
  })
  return known ?? need.packages.at(-1) ?? nameOf(need)
}

function nameOf(need: Need): string {
  return need.command ?? need.library ?? ''
}
