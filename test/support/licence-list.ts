import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from './run-program.ts'

/** The part that is read of package-lock.json (lockfileVersion 3). */
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
})

/** A package that ships with Luwte. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  /** As an SPDX expression; '' when the package states none. */
  readonly licence: string
}

/** Packages whose package.json states no licence, with the one that their LICENSE file is. */
const readFromTheirFile: Readonly<Record<string, string>> = { 'png-js 2.0.0': 'MIT' }

/** Licences that let a package be part of a program under the EUPL-1.2. */
export const acceptedLicences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]

/**
 * All packages that ship: what package.json names under `dependencies` with all that those need, and Electron itself,
 * which stands under `devDependencies` because the build brings it in. Optional packages (programs for Node that draw
 * for it) are never part of the build.
 */
export function shippedPackages(): ShippedPackage[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  const shipped = Object.entries(packages)
    .filter(([path, { dev, devOptional, optional }]) => {
      const isBuiltIn = path !== '' && !dev && !devOptional && !optional
      return isBuiltIn || path === 'node_modules/electron'
    })
    .map(([path, { version = '', license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return { name, version, licence: license ?? readFromTheirFile[`${name} ${version}`] ?? '' }
    })
  const unique = new Map(shipped.map((each) => [lineOf(each), each]))
  return [...unique].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each)
}

/** Whether an SPDX expression without brackets leaves a licence that is accepted. */
export function isAccepted(licence: string): boolean {
  const alternatives = licence.replaceAll(/[()]/g, '').split(' OR ')
  return alternatives.some((each) => each.split(' AND ').every((part) => acceptedLicences.includes(part)))
}

/** The text of LICENSES.md. */
export function licenceList(shipped: readonly ShippedPackage[]): string {
  return `# Licences of what Luwte is built on

Luwte itself is licensed under the EUPL-1.2 (see LICENSE). These packages are part of what is built from it; the full
text of each licence stands in the package. Electron contains Chromium and Node.js, with their licences in
\`LICENSES.chromium.html\` beside its program. \`npm run licences\` writes this list.

| Package | Version | Licence |
| --- | --- | --- |
${shipped.map(lineOf).join('\n')}
`
}

function lineOf({ name, version, licence }: ShippedPackage): string {
  return `| ${name} | ${version} | ${licence} |`
}
