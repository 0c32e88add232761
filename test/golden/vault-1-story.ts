import { createHash } from 'node:crypto'
import { argon2id, prepareVault, type Store } from '../../electron/vault/store/store.ts'

/** The secrets of the golden vault: no vault of anybody's has them. */
export const goldenPassphrase = 'zes gouden woorden voor één proef'
export const goldenContent = [
  { id: 'instelling', kind: 'practice', scope: 'common', version: 1, schema: 1, body: { naam: 'Kinderopvang Fantasia' } },
  { id: 'casus-1', kind: 'case', scope: 'case:1', version: 5, schema: 2, body: { stand: 'open', teller: [1, 2.5, -3, true] } },
  { id: 'notitie-1', kind: 'note', scope: 'case:1', version: 5, schema: 1, body: '👩‍👧 שלום nul \u0000 half \ud83d' },
  { id: 'lang', kind: 'note', scope: 'case:1', version: 1, schema: 1, body: 'Een lange notitie. '.repeat(300) },
  { id: 'personen-1', kind: 'persons', scope: 'persons:1', version: 8, schema: 1, body: [{ naam: 'Proefpersoon A' }] },
]
export const goldenDestroyed = 'case:2'

const instant = (minute: number): string => `2026-11-20T18:${String(minute).padStart(2, '0')}:00.000Z`

/** Dice that fall the same way every time. */
function fixedDice(): (count: number) => Uint8Array {
  let drawn = 0
  return (count) => {
    const blocks = Array.from({ length: Math.ceil(count / 64) }, () =>
      createHash('sha512').update(`golden vault 1, draw ${(drawn += 1)}`).digest(),
    )
    return new Uint8Array(Buffer.concat(blocks).subarray(0, count))
  }
}

const golden = (id: string) => {
  const found = goldenContent.find((one) => one.id === id)
  if (!found) throw new Error('no such record')
  return { id, kind: found.kind, scope: found.scope, schema: found.schema, body: found.body as unknown }
}

/**
 * Writes the golden vault into an empty folder: every kind of file and entry of format 1, three ways in, three
 * epochs, a destroyed scope, and a journal with entries. Answers the two keys on paper.
 */
export async function writeGoldenVault(folder: string): Promise<{ recoveryKey: string; envelopeKey: string }> {
  const params = { memoryKiB: 256 * 1024, passes: 3 }
  const random = fixedDice()
  const prepared = await prepareVault({ passphrase: goldenPassphrase, kdf: argon2id, params, random })
  prepared.confirm(prepared.recoveryKeyText)
  const written = await prepared.write(folder)
  if ('refused' in written) throw new Error(written.refused)
  const store: Store = written
  await store.commit([golden('instelling'), golden('lang'), { ...golden('casus-1'), body: 'ouder' }], instant(1))
  await store.commit([{ id: 'weg', kind: 'note', scope: goldenDestroyed, body: 'vernietigd' }], instant(2))
  const envelope = store.addRecoverySlot('envelope')
  if ('refused' in envelope) throw new Error(envelope.refused)
  await envelope.confirm(envelope.recoveryKeyText, instant(3))
  await store.destroyScopes([goldenDestroyed], instant(4))
  await store.commit([golden('casus-1'), golden('notitie-1')], instant(5))
  await store.commit([{ id: 'kort', kind: 'note', scope: 'case:3', body: 1 }], instant(6))
  await store.commit([{ id: 'kort', kind: 'note', scope: 'case:3', body: null }], instant(7))
  await store.commit([golden('personen-1')], instant(8))
  await store.close()
  return { recoveryKey: prepared.recoveryKeyText, envelopeKey: envelope.recoveryKeyText }
}
