import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/run-program.ts'

const rows = readFileSync(join(root, 'electron/README.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, , file, test] = line.split('|').map((cell) => cell.trim())
    return /^\d+$/.test(number ?? '')
      ? [{ number, file: file?.replaceAll('`', '') ?? '', test: test ?? '' }]
      : []
  })

describe("the table of Electron's security checklist", () => {
  it('has all twenty recommendations', () => {
    expect(rows.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })

  it('names for each a test that exists', () => {
    const absent = rows.filter(({ file, test }) => {
      const path = join(root, 'test', file)
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(`'${test}'`)
    })
    expect(absent).toEqual([])
  })
})
