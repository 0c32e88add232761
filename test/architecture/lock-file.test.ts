import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { root } from '../support/run-program.ts'

const Names = z.record(z.string(), z.string()).optional()
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies: Names,
      devDependencies: Names,
      optionalDependencies: Names,
      resolved: z.unknown().optional(),
    }),
  ),
})

const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))

/** Whether a package that asks for another finds it in its own folder or in one above, as Node looks for it. */
function isLocked(asker: string, name: string): boolean {
  const place = `${asker === '' ? '' : `${asker}/`}node_modules/${name}`
  if (place in packages) return true
  return asker !== '' && isLocked(asker.slice(0, Math.max(0, asker.lastIndexOf('/node_modules/'))), name)
}

describe('the lock file', () => {
  it('locks every package that another asks for, on every platform, so that `npm ci` takes it', () => {
    const missing = Object.entries(packages).flatMap(([asker, asks]) =>
      Object.keys({ ...asks.dependencies, ...asks.devDependencies, ...asks.optionalDependencies })
        .filter((name) => !isLocked(asker, name))
        .map((name) => `${asker} asks for ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('names no place where packages were fetched', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  })
})
