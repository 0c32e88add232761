import { spawn } from 'node:child_process'
import { build } from 'electron-vite'
import { openDisplay } from './display.ts'
import { repositoryRoot } from './repository-root.ts'
import { say } from './say.ts'
import { setUp } from './set-up.ts'
import { stagedApplication } from './staged-application.ts'
import { homeEnvironment, startableProgram, unprivilegedUser } from './unprivileged-user.ts'

/** Where the profile of root's unprivileged user lives: it has no home of its own. */
const homeWithoutPrivileges = '/var/lib/luwte'

/** Chromium tells the terminal about every service of a desktop that it misses. */
const onlyFatalMessages = '--log-level=3'

/** Sets up, builds, and starts Luwte with the person's own profile; ends when Luwte ends. */
async function start(flags: readonly string[]): Promise<number> {
  if (flags.includes('--official')) process.env['LUWTE_ELECTRON'] = 'official'
  const runtime = await setUp()
  await build({ root: repositoryRoot, logLevel: 'warn' })
  const display = await openDisplay()
  if (!display.visible) say('This computer has no screen: Luwte draws on an invisible one.')
  const env: NodeJS.ProcessEnv = { ...process.env, ...display.env }
  if (unprivilegedUser() !== undefined) {
    say(
      `Luwte does not run as root: it runs as an unprivileged user, with its profile in ${homeWithoutPrivileges}.`,
    )
    Object.assign(env, homeEnvironment(homeWithoutPrivileges))
    delete env['DBUS_SESSION_BUS_ADDRESS']
  }
  delete env['ELECTRON_RUN_AS_NODE']
  const forElectron = flags.filter((flag) => flag !== '--official')
  const args = [stagedApplication(), onlyFatalMessages, ...forElectron]
  const running = spawn(startableProgram(runtime.executable), args, {
    cwd: unprivilegedUser() === undefined ? process.cwd() : '/',
    env,
    stdio: 'inherit',
  })
  // Whoever stops this script wants Luwte to quit in its own way, and its screen to be given back after that.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => running.kill('SIGTERM'))
  const code = await new Promise<number>((resolve) => running.once('exit', (status) => resolve(status ?? 1)))
  display.close()
  return code
}

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (error) {
  say(error instanceof Error ? error.message : 'Luwte could not be started.')
  process.exitCode = 1
}
