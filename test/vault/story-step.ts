import fc from 'fast-check'

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

/** Any one of them. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
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
