/** A secret that was typed: what opens a vault, a backup, or nothing any more. */
export type TypedSecret = { passphrase: string } | { recoveryKey: string }

type PaperKey = { slot: number; key: string }

/** What is kept at one moment, and who may enter. */
export type Moment = {
  kept: ReadonlyMap<string, { scope: string; body: unknown }>
  passphrase: string
  recovery: PaperKey
  envelopes: readonly PaperKey[]
}

const keysOf = ({ recovery, envelopes }: Moment): string[] => [
  recovery.key,
  ...envelopes.map(({ key }) => key),
]

/** Every secret that lets somebody in. */
export const secretsOf = (moment: Moment): TypedSecret[] => [
  { passphrase: moment.passphrase },
  ...keysOf(moment).map((recoveryKey) => ({ recoveryKey })),
]

/** Whether a secret is one of those. */
export const letsIn = (moment: Moment, secret: TypedSecret): boolean =>
  'passphrase' in secret
    ? secret.passphrase === moment.passphrase
    : keysOf(moment).includes(secret.recoveryKey)

/** What somebody hears who tries a secret that is none of those. */
export const refusalOf = (secret: TypedSecret): { refused: string; groups?: number[] } =>
  'passphrase' in secret ? { refused: 'wrong-passphrase' } : { refused: 'wrong-recovery-key', groups: [] }
