import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { expect } from 'vitest'
import { newFolder } from '../store-fixture.ts'
import {
  judgeBackups,
  judgeCreation,
  judgeRestore,
  judgeRewriting,
  judgeVault,
  type Said,
} from './judge-world.ts'
import { copyWorld, enter, makeWorld, must, type World } from './killed-world.ts'
import type { Operation, Order } from './work-until-killed.ts'

let program: Promise<string> | undefined

/** The work as one file that Node starts at once: translating it anew for every kill would take longer than the work. */
async function bundled(): Promise<string> {
  const folder = await newFolder()
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'work-until-killed.ts',
      outDir: folder,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'work.mjs' } },
    },
  })
  return join(folder, 'work.mjs')
}

/** Runs the work in a process of its own until that is killed; after `patience` milliseconds of it where one is given. */
export async function runUntilKilled(order: Order, patience?: number): Promise<Said> {
  const worker = spawn(process.execPath, [await (program ??= bundled()), JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let wrong = ''
  worker.stderr.on('data', (piece: Buffer) => (wrong += piece.toString()))
  worker.stdout.on('data', (piece: Buffer) => {
    const hadBegun = said.includes('begun\n')
    said += piece.toString()
    if (patience !== undefined && !hadBegun && said.includes('begun\n'))
      setTimeout(() => worker.kill('SIGKILL'), patience)
  })
  await once(worker, 'close')
  expect(wrong).toBe('')
  expect(worker.signalCode).toBe('SIGKILL')
  const after = (word: string) =>
    [...said.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map(([, rest]) => rest ?? '')
  return { finished: /^done$/m.test(said), drawn: after('drawn'), made: after('made') }
}

async function contentOf(world: World): Promise<Record<string, unknown>> {
  const store = must(await enter(world))
  const content: Record<string, unknown> = { stateNumber: store.state.stateNumber }
  for (const { id, body } of store.all()) content[id] = body
  await store.close()
  return content
}

async function judge(
  world: World,
  operation: Operation,
  before: Record<string, unknown>,
  said: Said,
): Promise<void> {
  if (operation === 'creation') return judgeCreation(world, said)
  if (operation === 'restore') return judgeRestore(world, said)
  await judgeVault(world, operation, before, said)
  if (operation === 'backup') await judgeBackups(world, said)
  if (operation === 'rewriting of backups') await judgeRewriting(world, said)
}

/** Everything that writes, and the vault that it is tried on. */
export const ways: readonly (readonly [Operation, keyof Worlds])[] = [
  ['save', 'ordinary'],
  ['snapshot', 'ordinary'],
  ['change of passphrase', 'ordinary'],
  ['rotation', 'ordinary'],
  ['destruction of a case', 'ordinary'],
  ['destruction of names', 'ordinary'],
  ['renewal of the recovery key', 'ordinary'],
  ['making of an envelope', 'ordinary'],
  ['revoking of the envelope', 'ordinary'],
  ['backup', 'ordinary'],
  ['rewriting of backups', 'destroyed'],
  ['restore', 'ordinary'],
  ['creation', 'ordinary'],
  ['opening', 'ordinary'],
  ['opening', 'torn'],
  ['opening', 'renewing'],
]

/** Where to kill: at which calls to the disk, and whether what only reads counts as one. */
export type Calls = { everyCall: boolean; isTried: (call: number) => boolean }

/**
 * Lets a process do one thing to a copy of the world and kills it at one call to its disk after the other, until it
 * comes to its end; judges what each kill left. Answers at how many calls it was killed.
 */
export async function killAtCalls(
  template: World,
  operation: Operation,
  { everyCall, isTried }: Calls,
): Promise<number> {
  const before = await contentOf(await copyWorld(template, await newFolder()))
  let kills = 0
  let last = Number.POSITIVE_INFINITY
  let next = 0
  const line = async (): Promise<void> => {
    for (let calls = next++; calls <= last; calls = next++) {
      if (!isTried(calls)) continue
      const world = await copyWorld(template, await newFolder())
      const said = await runUntilKilled({ world, operation, calls, everyCall })
      if (said.finished) last = Math.min(last, calls)
      else kills += 1
      await judge(world, operation, before, said).catch((error: unknown) => {
        throw new Error(`killed in ${operation} at call ${calls}`, { cause: error })
      })
      await rm(world.folder, { recursive: true, force: true })
    }
  }
  // Two at a time: while one process starts, what another left is judged.
  await Promise.all([line(), line()])
  return kills
}

/**
 * Kills the process from outside at chance moments of the operation, until so many kills came before its end. Those that
 * came too late are judged too. Answers how often it was done.
 */
export async function killAtChance(
  template: World,
  operation: Operation,
  kills: number,
  chance: () => number,
): Promise<number> {
  const before = await contentOf(await copyWorld(template, await newFolder()))
  let longest = 150
  let rounds = 0
  for (let left = kills; left > 0; rounds += 1) {
    const world = await copyWorld(template, await newFolder())
    const said = await runUntilKilled({ world, operation, calls: -1, everyCall: true }, chance() * longest)
    // Finds the time that the operation takes here and now, so that the kills spread over all of it.
    longest = said.finished ? Math.max(2, longest * 0.8) : Math.min(500, longest * 1.05)
    if (!said.finished) left -= 1
    await judge(world, operation, before, said)
    await rm(world.folder, { recursive: true, force: true })
  }
  return rounds
}

/** The worlds to begin with: an ordinary one, one in which a case was destroyed, two cut off: in a new epoch, in a save. */
export type Worlds = Record<'ordinary' | 'destroyed' | 'renewing' | 'torn', World>

/** Makes them; the cut-off ones by a process that was killed while it changed an ordinary one. */
export async function makeWorlds(): Promise<Worlds> {
  const ordinary = await makeWorld(await newFolder(), 'de eerste wachtzin')
  const copy = async () => copyWorld(ordinary, await newFolder())
  const [destroyed, renewing, torn] = [await copy(), await copy(), await copy()]
  const store = must(await enter(destroyed))
  await store.destroyScopes(['case:a', 'persons:a'], '2026-11-20T18:04:00.000Z')
  await store.close()
  // Of the five steps of a new epoch, the journal and the snapshot are there then, and no header yet.
  await runUntilKilled({ world: renewing, operation: 'rotation', calls: 7, everyCall: false })
  await runUntilKilled({ world: torn, operation: 'save', calls: 0, everyCall: false })
  return { ordinary, destroyed, renewing, torn }
}
