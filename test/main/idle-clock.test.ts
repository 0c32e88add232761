import { beforeEach, expect, test } from 'vitest'
import { IdleClock } from '../../electron/main/idle-clock.ts'

let now = 0
let look: () => void = () => undefined
let said: string[] = []
let clock: IdleClock

beforeEach(() => {
  now = 1_000_000
  said = []
  clock = new IdleClock(
    { now: () => now, every: (_milliseconds, call) => (look = call) },
    {
      warning: (seconds) => said.push(`warning ${seconds}`),
      warningOver: () => said.push('warning over'),
      idle: () => said.push('idle'),
    },
  )
})

test('locks nothing that nobody has used yet', () => {
  pass(24 * 3600)
  expect(said).toEqual([])
})

test('warns half a minute before, once, and locks when the five minutes are over', () => {
  clock.used()
  pass(4 * 60 + 29)
  expect(said).toEqual([])
  pass(1)
  pass(10)
  expect(said).toEqual(['warning 30'])
  pass(20)
  expect(said).toEqual(['warning 30', 'idle'])
})

test('warns with what is left when the computer was too busy to warn in time', () => {
  clock.used()
  pass(4 * 60 + 50)
  expect(said).toEqual(['warning 10'])
})

test('takes the warning back when somebody uses it, and then counts from the start', () => {
  clock.used()
  pass(4 * 60 + 40)
  clock.used()
  expect(said).toEqual(['warning 20', 'warning over'])
  pass(4 * 60 + 29)
  expect(said).toHaveLength(2)
})

test('stands still for no longer than ninety minutes when nobody presses a key, however often it is asked', () => {
  clock.used()
  for (const minutes of [40, 40, 14]) {
    clock.pause(90)
    pass(minutes * 60)
  }
  expect(said).toEqual([])
  pass(60)
  expect(said).toEqual(['idle'])
})

test('stands still for another conversation once a key was pressed', () => {
  clock.used()
  clock.pause(90)
  pass(80 * 60)
  clock.pressed()
  clock.pause(90)
  pass(89 * 60)
  expect(said).toEqual([])
})

test('takes another number of minutes at once, in either direction', () => {
  clock.used()
  pass(2 * 60)
  clock.minutes = 60
  pass(30 * 60)
  expect(said).toEqual([])
  clock.minutes = 1
  pass(1)
  expect(said).toEqual(['idle'])
})

test('stands still during a conversation, and counts from its end', () => {
  clock.pause(90)
  pass(90 * 60 + 4 * 60)
  expect(said).toEqual([])
  pass(60)
  expect(said).toEqual(['idle'])
})

test('locks when the window has been out of sight for five minutes, in a conversation as well', () => {
  clock.pause(90)
  pass(20 * 60)
  clock.hidden()
  pass(4 * 60 + 59)
  expect(said).toEqual(['warning 1'])
  pass(1)
  expect(said).toEqual(['warning 1', 'idle'])
})

test('goes on standing still in a conversation when the window comes back into sight', () => {
  clock.pause(90)
  clock.hidden()
  pass(4 * 60)
  clock.shown()
  pass(80 * 60)
  expect(said).toEqual([])
})

test('locks no later because the window was hidden: what counts is when it was last used', () => {
  clock.used()
  pass(3 * 60)
  clock.hidden()
  pass(2 * 60)
  expect(said).toEqual(['idle'])
})

test('takes the warning back when the minutes are made more', () => {
  clock.used()
  pass(4 * 60 + 45)
  clock.minutes = 10
  pass(1)
  expect(said).toEqual(['warning 15', 'warning over'])
})

function pass(seconds: number): void {
  now += seconds * 1000
  look()
}
