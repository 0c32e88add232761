import { cp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { compareWithAnchors, readAnchors } from '../../../electron/vault/store/backup/anchors.ts'
import { addBackupPlace } from '../../support/backup-place.ts'
import { driveCaseload, tokenFor } from '../../support/caseload-driver.ts'
import {
  caseDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'
import { backupsIn } from '../../support/told-in-backups.ts'
import { backUp, made, orderOf } from '../backup/backup-fixture.ts'
import {
  at,
  change,
  copyOf,
  fill,
  look,
  newest,
  newFolder,
  newVault,
  opened,
  openSample,
  put,
  type Sample,
} from '../store-fixture.ts'
import { quickKdf } from '../quick-kdf.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let sample: Sample
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', 1)])
})

/** Opens the vault, compares it with the anchors of some folders, as after every unlocking, and closes it. */
async function comparedWith(vault: Sample, ...targets: string[]): Promise<string> {
  const store = opened(await openSample(vault))
  const ledgerHash = (message: Uint8Array) => store.keyedHash('ledger', message)
  const vaultId = new Uint8Array(Buffer.from(store.state.vaultId, 'hex'))
  const found = await Promise.all(targets.map((target) => readAnchors(target, vaultId, ledgerHash)))
  for (const { refused } of found) expect(refused).toEqual([])
  const { state } = store
  await store.close()
  return compareWithAnchors(
    state,
    found.flatMap(({ anchors }) => anchors),
  )
}

const backedUpTo = async (vault: Sample, ...targets: string[]): Promise<void> => {
  const order = await orderOf(vault)
  for (const target of targets) made((await backUp(order, target)).backup)
}

describe('fault 8: whole vault rolled back', () => {
  test('a vault that was put back as it was before its last backup is seen to be rolled back', async () => {
    const target = await newFolder()
    const vault = await copyOf(sample)
    await backedUpTo(vault, target)
    const before = await copyOf(vault)
    expect(await comparedWith(before, target)).toBe('same')
    await fill(vault, [put('b', 2)])
    expect(await comparedWith(vault, target)).toBe('newer')
    await backedUpTo(vault, target)
    expect(await comparedWith(vault, target)).toBe('same')
    expect(await comparedWith(before, target)).toBe('rolled-back')
    // Nothing in its own folder gives it away.
    expect((await look(before)).findings).toEqual([])
  })

  test('with its folder of backups put back too, a second folder tells', async () => {
    const [stick, share] = [await newFolder(), await newFolder()]
    const vault = await copyOf(sample)
    await backedUpTo(vault, stick, share)
    const [before, stickBefore] = [await copyOf(vault), await newFolder()]
    await cp(stick, stickBefore, { recursive: true })
    await fill(vault, [put('b', 2)])
    await backedUpTo(vault, stick, share)
    expect(await comparedWith(before, stickBefore)).toBe('same')
    expect(await comparedWith(before, stickBefore, share)).toBe('rolled-back')
  })

  test('a vault put back from before a new passphrase, a rotation or a destruction is noticed as well', async () => {
    for (const renew of ['rotate', 'destroy'] as const) {
      const target = await newFolder()
      const vault = await copyOf(sample)
      const before = await copyOf(vault)
      const store = opened(await openSample(vault))
      await (renew === 'rotate' ? store.rotate(at) : store.destroyScopes(['case:a'], at))
      await store.close()
      await backedUpTo(vault, target)
      expect(await comparedWith(vault, target)).toBe('same')
      expect(await comparedWith(before, target)).toBe('rolled-back')
    }
  })

  test('the latest entries taken off the journal, or the newest snapshot taken away, are noticed by the anchor alone', async () => {
    const target = await newFolder()
    const vault = await copyOf(sample)
    const { length } = await readFile(await newest(vault.folder, 'journal'))
    await fill(vault, [put('b', 2)])
    await backedUpTo(vault, target)
    const cut = await copyOf(vault)
    await change(await newest(cut.folder, 'journal'), (bytes) => bytes.subarray(0, length))
    expect((await look(cut)).findings).toEqual([])
    expect(await comparedWith(cut, target)).toBe('rolled-back')

    const store = opened(await openSample(vault))
    await store.snapshot()
    await store.commit([put('c', 3)], at)
    await store.close()
    await backedUpTo(vault, target)
    await rm(await newest(vault.folder, 'snapshot'))
    await rm(await newest(vault.folder, 'journal'))
    expect((await look(vault)).findings).toEqual([])
    expect(await comparedWith(vault, target)).toBe('rolled-back')
  })

  test('two copies of one vault that went on separately are not taken for the same', async () => {
    const target = await newFolder()
    const [one, other] = [await copyOf(sample), await copyOf(sample)]
    await fill(one, [put('b', 1)])
    await fill(other, [put('b', 2)])
    await backedUpTo(one, target)
    expect(await comparedWith(one, target)).toBe('same')
    expect(await comparedWith(other, target)).toBe('rolled-back')
  })

  test('a history that was rolled back and written on differently does not continue the other one', async () => {
    const [vault, fork] = [await copyOf(sample), await copyOf(sample)]
    const journal = await newest(vault.folder, 'journal')
    await fill(vault, [put('a', 'hier')])
    const { length } = await readFile(journal)
    const { content: kept } = await look(vault)
    await fill(vault, [put('a', 'en verder')])
    await fill(fork, [put('a', 'anders')], [put('a', 'nog anders')])
    const forked = await readFile(await newest(fork.folder, 'journal'))
    await change(journal, (bytes) => Buffer.concat([bytes.subarray(0, length), forked.subarray(length)]))
    const { content, findings } = await look(vault)
    expect(findings).toEqual(['tampered state-3'])
    expect(content).toEqual({ ...kept, stateNumber: expect.any(Number) as number })
  })

  test('without any backup within reach nothing is said about rolling back', async () => {
    expect(await comparedWith(sample, join(await newFolder(), 'weg'))).toBe('newer')
  })

  describe('that went on since, past everything that was backed up', () => {
    let vault: NewCaseload
    let stick: string
    beforeEach(async () => {
      vault = await newCaseload('2026-03-02', { kdf: quickKdf })
      stick = (await addBackupPlace(vault, 'stick')).path
      await vault.must('backup.run', {})
    })
    afterEach(() => vault.discard())

    const kluis = () => join(vault.folder, 'kluis')
    const work = async (times: number) => {
      for (let time = 0; time < times; time += 1)
        await vault.must('group.save', { id: null, name: `Fantasia ${time}` })
    }
    /** Opens the vault anew and says what was found. */
    const reopened = async (day: string, name = 'kluis') => {
      await vault.close()
      const driver = driveCaseload(kluis(), day)
      const { findings } = await driver.must('vault.unlock', { recoveryKey: vault.recoveryKey, vault: name })
      vault = { ...vault, ...driver }
      return findings
    }
    const rolledBack = { finding: 'rolled-back', part: 'vault' }

    test('is seen by the backup of what was lost, once it is there, and said once', async () => {
      await vault.close()
      const before = `${kluis()}-oud`
      await cp(kluis(), before, { recursive: true })
      await reopened('2026-03-03')
      await work(1)
      await vault.must('backup.run', {})
      await vault.close()
      await rename(stick, `${stick}-weg`)
      await rm(kluis(), { recursive: true })
      await cp(before, kluis(), { recursive: true })

      expect(await reopened('2026-03-04')).toEqual([])
      await work(9)
      await vault.close()
      await rename(`${stick}-weg`, stick)
      expect(await reopened('2026-03-05')).toEqual([rolledBack])
      await vault.must('backup.run', {})
      expect(await reopened('2026-03-06')).toEqual([])
    })

    test('is not suspected after work, new keys, a backup that nobody remembered and one that was put back', async () => {
      await work(2)
      await vault.must('backup.run', {})
      const [first = '', second = ''] = await backupsIn(stick)
      const kept = join(vault.folder, 'eerder')
      await cp(stick, kept, { recursive: true })
      for (const day of ['2026-03-03', '2026-03-04', '2026-03-05']) {
        expect(await reopened(day)).toEqual([])
        await work(1)
        await vault.must('security.rotate', { secret: { recoveryKey: vault.recoveryKey } })
        await vault.must('backup.run', {})
      }
      // Killed after the backup had its name and before it was remembered.
      await vault.close()
      await cp(kluis(), `${kluis()}-tussen`, { recursive: true })
      await reopened('2026-03-06')
      await work(1)
      for (const name of [first, second]) if (name !== '') await cp(join(kept, name), join(stick, name))
      expect(await reopened('2026-03-07')).toEqual([])
    })

    test.each([false, true])(
      'is not suspected in a vault that was restored from a backup (with something destroyed since: %s)',
      async (isDestroyedSince) => {
        const secret = { recoveryKey: vault.recoveryKey }
        const organisation = await vault.must('organisation.save', {
          id: null,
          details: organisationDetails(),
        })
        const details = caseDetails(organisation.id)
        const { id } = await vault.must('case.start', { details, note: '', minutes: 5 })
        await vault.must('backup.run', {})
        const [newestOne = ''] = (await backupsIn(stick)).reverse()
        const drawer = join(vault.folder, 'lade.luwte')
        await cp(join(stick, newestOne), drawer)
        if (isDestroyedSince) await vault.must('case.destroy', { id, reason: 'on-request', secret })
        await vault.close()
        for (const name of await backupsIn(stick)) await rm(join(stick, name))
        await cp(drawer, join(stick, newestOne))
        await rm(kluis(), { recursive: true })

        const driver = driveCaseload(kluis(), '2026-03-04')
        const token = tokenFor(driver, join(stick, newestOne))
        const { destroyedAgain } = await driver.must('vault.restore', { token, secret })
        expect(destroyedAgain > 0).toBe(isDestroyedSince)
        await rename(stick, `${stick}-weg`)
        await driver.must('vault.unlock', secret)
        vault = { ...vault, ...driver }
        await work(3)
        await vault.close()
        await rename(`${stick}-weg`, stick)
        expect(await reopened('2026-03-05')).toEqual([])
        await work(1)
        await vault.must('backup.run', {})
        expect(await reopened('2026-03-06')).toEqual([])
      },
    )
  })
})
