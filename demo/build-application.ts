import { spawnSync } from 'node:child_process'
import { repositoryRoot } from '../electron/runtime/repository-root.ts'

/** Builds the application afresh, so that what runs is what stands in the source. */
export function buildApplication(): void {
  const built = spawnSync('npx', ['electron-vite', 'build', '--logLevel', 'warn'], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (built.status !== 0) throw new Error('the application does not build')
}
