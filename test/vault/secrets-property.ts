import fc from 'fast-check'
import { type Kdf, prepareVault } from '../../electron/vault/store/store.ts'
import { SecretsStory } from './secrets-story.ts'
import { newFolder, opened, params } from './store-fixture.ts'

const scopes = ['case:1', 'case:2', 'persons:2', 'common']
const plain = [
  'rotate',
  'change-passphrase',
  'replace-recovery-key',
  'add-envelope',
  'remove-envelope',
  'reopen',
  'back-up',
] as const

/**
 * What an advisor may do with a vault, in any order: a `commit` creates, edits or (without a body) removes; a
 * destruction finds the earlier backups within reach or not.
 */
export type Step =
  | { step: 'commit'; id: string; scope: string; body: string | null }
  | { step: 'destroy'; scope: string; inReach: boolean }
  | { step: 'restore'; which: number }
  | { step: (typeof plain)[number] }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      step: fc.constant('commit' as const),
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      scope: fc.constantFrom(...scopes),
      body: fc.option(fc.string()),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('destroy' as const),
      scope: fc.constantFrom(...scopes),
      inReach: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ step: fc.constant('restore' as const), which: fc.nat({ max: 20 }) }),
  },
  { weight: 6, arbitrary: fc.record({ step: fc.constantFrom(...plain) }) },
)

/** How often each kind of step was taken in all stories, to see that none is missing. */
export type Taken = Map<Step['step'], number>

/** Plays `runs` random stories through to their end, by an advisor who works with one kind of secret. */
export async function playStories(
  runs: number,
  longest: number,
  means: { kdf: Kdf; works: 'passphrase' | 'recoveryKey' },
): Promise<Taken> {
  const taken: Taken = new Map()
  const play = async (steps: Step[]): Promise<void> => {
    const passphrase = 'de allereerste passphrase'
    const prepared = await prepareVault({ passphrase, kdf: means.kdf, params })
    prepared.confirm(prepared.recoveryKeyText)
    const [folder, target] = [await newFolder(), await newFolder()]
    const store = opened(await prepared.write(folder))
    const recoveryKey = prepared.recoveryKeyText
    const story = new SecretsStory(means, { store, folder, target, passphrase, recoveryKey })
    for (const one of steps) {
      if (!story.can(one)) continue
      await story.take(one)
      taken.set(one.step, (taken.get(one.step) ?? 0) + 1)
    }
    await story.end()
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: Math.ceil(longest / 3), maxLength: longest }), play),
    {
      numRuns: runs,
    },
  )
  return taken
}
