import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { argon2id, openVault } from '../../../electron/vault/store/store.ts'
import { ownByUser } from '../../../electron/runtime/unprivileged-user.ts'
import { driveCaseload } from '../../support/caseload-driver.ts'
import { SCREEN_PASSPHRASE } from '../../support/first-start.ts'
import { expect, test } from '../../support/luwte-test.ts'
import { caseDetails, organisationDetails } from '../../support/new-caseload.ts'
import { sitAtScreen, type PersonAtScreen } from '../../support/person-at-screen.ts'
import { heldBy, textSecrets, type Secret } from '../../support/process-memory.ts'
import { isAlive } from '../../support/process-tree.ts'
import { startWithoutDriver } from '../../support/start-without-driver.ts'
import { keysIn, opensWith, readSnapshots } from '../../vault/second-reader.ts'

const keptText = 'qzbewaard58013'
const typedText = 'qzgetypt40672'

/** A vault with one case in its snapshot; answers its keys, found by the reader made from the specification. */
async function makeVault(profile: string): Promise<readonly Secret[]> {
  mkdirSync(join(profile, 'data'), { recursive: true })
  const folder = join(profile, 'data', 'kluis')
  const driver = driveCaseload(folder)
  const { recoveryKey } = await driver.must('vault.prepare', {
    passphrase: SCREEN_PASSPHRASE,
    advisorName: 'Proefpersoon Adviseur',
  })
  await driver.must('vault.create', { recoveryKey })
  const { id: organisationId } = await driver.must('organisation.save', {
    id: null,
    details: organisationDetails(),
  })
  const { id: caseId } = await driver.must('case.start', {
    details: caseDetails(organisationId, { label: keptText }),
    note: '',
    minutes: 1,
  })
  await driver.close()
  const store = await openVault(folder, { recoveryKey }, { kdf: argon2id })
  if ('refused' in store) throw new Error(store.refused)
  await store.snapshot()
  await store.close()
  ownByUser(profile)

  const snapshot = (await readSnapshots(folder, { recoveryKey })).at(-1)
  if (snapshot === undefined) throw new Error('there is no snapshot')
  const place = [...snapshot.records.values()].findIndex(({ scope }) => scope === `case:${caseId}`)
  // Keyring and manifest come before the records.
  const sealed = snapshot.parts[place + 2]
  return keysIn(snapshot).map((key, index) => {
    const bytes = Buffer.from(key)
    if (index === 0) return { name: 'the key of the vault', bytes }
    const isOfCase = place >= 0 && sealed !== undefined && opensWith(key, sealed)
    return { name: isOfCase ? 'the key of the case' : `key ${index}`, bytes }
  })
}

async function typeIntoNewMelding(person: PersonAtScreen, arrived: () => boolean): Promise<void> {
  await expect(async () => {
    await person.pictureRests()
    person.press('ctrl+n')
    await person.pictureRests()
    person.type(typedText)
    await expect.poll(arrived, { timeout: 5000 }).toBe(true)
  }).toPass({ timeout: 60_000 })
}

test('no process holds a key, the passphrase or a word of a case any more once Luwte is locked', async ({
  profile,
}) => {
  test.setTimeout(180_000)
  const keys = await makeVault(profile)
  const passphrase = textSecrets('the passphrase', SCREEN_PASSPHRASE)
  const kept = textSecrets('a word of a case', keptText)
  const typed = textSecrets('a word that is being typed', typedText)
  const names = (secrets: readonly Secret[], pids: readonly number[]): Set<string> =>
    new Set(heldBy(pids, secrets).map(({ secret }) => secret.replace(/ \(UTF-\d+\)$/, '')))

  const person = await sitAtScreen()
  const open = await startWithoutDriver(profile, { display: person.display })
  try {
    await person.windowAppears('Luwte')
    await person.pictureRests()
    person.type(SCREEN_PASSPHRASE)
    await expect.poll(() => names(passphrase, open.processes()).has('the passphrase')).toBe(true)
    person.press('Return')
    const keysHeld = (): boolean => {
      const held = names(keys, open.processes())
      return held.has('the key of the vault') && held.has('the key of the case')
    }
    await expect.poll(keysHeld, { timeout: 30_000 }).toBe(true)
    await expect.poll(() => names(kept, open.processes()).size, { timeout: 30_000 }).toBe(1)
    await typeIntoNewMelding(person, () => names(typed, open.processes()).size === 1)

    const before = open.processes()
    person.press('ctrl+l')
    const locked = await open.successor()
    try {
      await person.windowAppears('Luwte')
      await person.pictureRests()
      expect(before.filter(isAlive)).toEqual([])
      // The page is there again, and the same search finds what it shows.
      const shown = textSecrets('a word of the locked screen', 'Luwte is vergrendeld')
      await expect.poll(() => names(shown, locked.processes()).size).toBe(1)
      expect(heldBy(locked.processes(), [...keys, ...passphrase, ...kept, ...typed])).toEqual([])
    } finally {
      locked.stop()
    }
  } finally {
    open.stop()
    person.leave()
  }
})
