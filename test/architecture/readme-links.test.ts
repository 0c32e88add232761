import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folders = ['bench', 'demo', 'electron', 'renderer', 'shared', 'test']
const readmes = [
  'README.md',
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('README.md') && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  ),
]

describe('what a README points at', () => {
  it.each(readmes)('%s names only files that are there', (readme) => {
    const text = readFileSync(join(root, readme), 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      ([, to = '']) => to,
    )
    expect(links.filter((to) => !existsSync(join(root, dirname(readme), to)))).toEqual([])
  })
})
