import { beforeEach, expect, test } from 'vitest'
import { CopiedText } from '../../electron/main/copied-text.ts'

let now = 0
let look: () => void = () => undefined
let there = ''
let copied: CopiedText

beforeEach(() => {
  now = 1_000_000
  there = ''
  copied = new CopiedText(
    { now: () => now, every: (_milliseconds, call) => (look = call) },
    {
      readText: () => Promise.resolve(there),
      clear: () => {
        there = ''
      },
    },
  )
})

test('takes what was copied from the clipboard after half a minute', async () => {
  await copy('Proefpersoon A belde.')
  await pass(29)
  expect(there).toBe('Proefpersoon A belde.')
  await pass(1)
  expect(there).toBe('')
})

test('leaves alone what was copied elsewhere since then', async () => {
  await copy('Proefpersoon A belde.')
  there = 'een boodschappenlijst'
  await pass(30)
  expect(there).toBe('een boodschappenlijst')
  await copied.takeBack()
  expect(there).toBe('een boodschappenlijst')
})

test('counts from the last time that something was copied', async () => {
  await copy('een')
  await pass(20)
  await copy('twee')
  await pass(20)
  expect(there).toBe('twee')
  await pass(10)
  expect(there).toBe('')
})

test('takes it back at once when the program locks', async () => {
  await copy('Proefpersoon A belde.')
  await copied.takeBack()
  expect(there).toBe('')
})

test('takes it back when the program locks in the very moment of copying', async () => {
  copied.copied()
  there = 'Proefpersoon A belde.'
  await copied.takeBack()
  expect(there).toBe('')
})

test('never touches a clipboard into which nothing of the page was copied', async () => {
  there = 'een boodschappenlijst'
  await pass(60)
  await copied.takeBack()
  expect(there).toBe('een boodschappenlijst')
})

async function copy(text: string): Promise<void> {
  copied.copied()
  there = text
  await pass(0.5)
}

async function pass(seconds: number): Promise<void> {
  now += seconds * 1000
  look()
  await new Promise((resolve) => setImmediate(resolve))
}
