import fc from 'fast-check'
import { type Kdf, prepareVault } from '../../electron/vault/store/store.ts'
import { SecretsStory } from './secrets-story.ts'
import { newFolder, opened, params } from './store-fixture.ts'
import { anyStep, type Step } from './story-step.ts'

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
    fc.asyncProperty(fc.array(anyStep, { minLength: Math.ceil(longest / 3), maxLength: longest }), play),
    {
      numRuns: runs,
    },
  )
  return taken
}
