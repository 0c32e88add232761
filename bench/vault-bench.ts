import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { growthExponent } from './growth.ts'
import { plainName, vaultName } from './invented-vault.ts'
import { rounded } from './measure.ts'
import { inOwnProcess } from './own-process.ts'
import { type TaskResult } from './vault-tasks.ts'

const SIZES = [1_000, 10_000, 50_000]
const ROUNDS = 3

type Unlocking = TaskResult<'unlock'>

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** The middle of each measure over all rounds. */
function middleOf(rounds: readonly Unlocking[]): Unlocking {
  const [first] = rounds
  if (first === undefined) throw new Error('there was no round')
  const names = Object.keys(first) as (keyof Unlocking)[]
  return Object.fromEntries(
    names.map((name) => [name, middle(rounds.map((round) => round[name]))]),
  ) as Unlocking
}

async function fileSizes(folder: string): Promise<{ vault: number; snapshot: number; plain: number }> {
  const sizes = await Promise.all(
    (await readdir(join(folder, vaultName))).map(
      async (name) => (await stat(join(folder, vaultName, name))).size,
    ),
  )
  return {
    vault: sizes.reduce((total, one) => total + one, 0),
    snapshot: Math.max(...sizes),
    plain: (await stat(join(folder, plainName))).size,
  }
}

async function benchSize(records: number) {
  const folder = await mkdtemp(join(tmpdir(), 'luwte-bench-'))
  try {
    const loadBefore = rounded(loadavg()[0] ?? 0)
    const vault = await inOwnProcess<'invent'>({ task: 'invent', input: { folder, records } })
    const bytes = await fileSizes(folder)
    const rounds: Unlocking[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push(await inOwnProcess<'unlock'>({ task: 'unlock', input: vault }))
    const unlock = middleOf(rounds)
    return {
      records,
      loadBefore,
      megabytes: {
        vault: rounded(bytes.vault / 1e6),
        newestSnapshot: rounded(bytes.snapshot / 1e6),
        plainJson: rounded(bytes.plain / 1e6),
      },
      unlockMs: {
        everythingVerified: rounded(unlock.everythingVerified),
        firstList: rounded(unlock.firstList),
        wholeList: rounded(unlock.wholeList),
        rounds: ROUNDS,
      },
      peersMs: { plainJson: rounded(unlock.plainJson), hashing: rounded(unlock.hashing) },
      processorMs: {
        everythingVerified: rounded(unlock.everythingVerifiedProcessor),
        plainJson: rounded(unlock.plainJsonProcessor),
        hashing: rounded(unlock.hashingProcessor),
      },
      unlockToPlainJsonRatio: rounded(unlock.everythingVerifiedProcessor / unlock.plainJsonProcessor),
      unlockToHashingRatio: rounded(unlock.everythingVerifiedProcessor / unlock.hashingProcessor),
      unlockMemory: {
        megabytes: rounded(unlock.memory / 1e6),
        timesNewestSnapshot: rounded(unlock.memory / bytes.snapshot),
      },
      firstSearchMs: rounded(unlock.firstSearch),
      save: await inOwnProcess<'save'>({ task: 'save', input: vault }),
      backup: await inOwnProcess<'back-up'>({ task: 'back-up', input: vault }),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Sized = Awaited<ReturnType<typeof benchSize>>

function growth(sizes: readonly Sized[], measure: (sized: Sized) => number): number {
  return rounded(growthExponent(sizes.map((sized) => ({ size: sized.records, ms: measure(sized) }))))
}

/** Unlocking, saving and backing up at 1,000, 10,000 and 50,000 records, each beside its peers, and how they grow. */
export async function benchVault(): Promise<Record<string, unknown>> {
  const keyDerivationMs = await inOwnProcess<'derive-key'>({ task: 'derive-key', input: undefined })
  const sizes: Sized[] = []
  for (const records of SIZES) sizes.push(await benchSize(records))
  return {
    keyDerivationMs: rounded(keyDerivationMs),
    sizes,
    growthExponent: {
      unlockToFirstList: growth(sizes, ({ unlockMs }) => unlockMs.firstList),
      unlockToEverythingVerified: growth(sizes, ({ unlockMs }) => unlockMs.everythingVerified),
      unlockProcessorTime: growth(sizes, ({ processorMs }) => processorMs.everythingVerified),
      plainJson: growth(sizes, ({ peersMs }) => peersMs.plainJson),
      saveP50: growth(sizes, ({ save }) => save.saveMs.p50),
    },
  }
}
