import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { drillAsOrdered } from '../../../electron/vault/store/backup/drill-order.ts'
import { openBackupFile } from '../../../electron/vault/store/backup/open-backup.ts'
import { proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import { type VaultEnvironment } from '../../../electron/vault/environment.ts'
import { addBackupPlace } from '../../support/backup-place.ts'
import { driveCaseload } from '../../support/caseload-driver.ts'
import {
  caseDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
  PASSPHRASE,
} from '../../support/new-caseload.ts'
import { rowsTold } from '../../support/rows-told.ts'
import { backupsIn, toldInBackups } from '../../support/told-in-backups.ts'
import { quickKdf } from '../quick-kdf.ts'

/** Something that is held up until it may go on. */
class Held {
  #goOn: () => void = () => undefined
  #reached: () => void = () => undefined
  #holds = false
  #at = Promise.resolve()
  #until = Promise.resolve()

  /** The next one is held up. */
  hold(): void {
    this.#holds = true
    this.#at = new Promise((reached) => (this.#reached = reached))
    this.#until = new Promise((goOn) => (this.#goOn = goOn))
  }

  /** Resolves once something is held up. */
  get reached(): Promise<void> {
    return this.#at
  }

  goOn(): void {
    this.#goOn()
  }

  async pass(): Promise<void> {
    if (!this.#holds) return
    this.#holds = false
    this.#reached()
    await this.#until
  }
}

const word = 'zeegroen'

describe('what is typed while a place for backups is busy', () => {
  let vault: NewCaseload
  let stick: string
  let stickId: string
  let proving: Held
  let drilling: Held
  const secret = () => ({ recoveryKey: vault.recoveryKey })
  const held = (): Partial<VaultEnvironment> => ({
    kdf: quickKdf,
    prove: async (...asked) => {
      await proving.pass()
      return proveBackup(...asked)
    },
    drill: async (order) => {
      await drilling.pass()
      return drillAsOrdered(order)
    },
  })

  beforeEach(async () => {
    proving = new Held()
    drilling = new Held()
    vault = await newCaseload('2026-03-02', held())
    const place = await addBackupPlace(vault, 'stick')
    stick = place.path
    stickId = place.id
  })
  afterEach(async () => {
    proving.goOn()
    drilling.goOn()
    await vault.discard()
  })

  const type = (text: string) => vault.must('draft.save', { about: 'new-case', text, inConversation: false })
  const start = async (note: string) => {
    const { id } = await vault.must('organisation.save', { id: null, details: organisationDetails() })
    return vault.must('case.start', { details: caseDetails(id), note, minutes: 5 })
  }
  const unfinished = async () => (await readdir(stick)).filter((name) => name.endsWith('.tmp'))

  it('is kept before the backup is done, and the backup is as good', async () => {
    proving.hold()
    const backup = vault.must('backup.run', {})
    await proving.reached
    await start('Een gesprek.')
    await type('Zij belt over het rooster.')
    expect((await vault.must('security.overview', {})).isBackedUp).toBe(false)
    proving.goOn()
    expect((await backup).targets).toMatchObject([{ outcome: { provenAt: '2026-03-02T12:00:00.000Z' } }])
    expect(await vault.must('draft.open', {})).toEqual({ text: 'Zij belt over het rooster.' })
    expect((await vault.must('security.overview', {})).targets).toMatchObject([{ backups: 1 }])
    // What was typed since is not in it.
    expect((await vault.must('security.overview', {})).isBackedUp).toBe(false)
  })

  it('is kept during a drill and between and during the steps of a check', async () => {
    await vault.must('backup.run', {})
    drilling.hold()
    const drill = vault.must('backup.drill', { id: stickId, secret: secret() })
    await drilling.reached
    await type('tijdens de proef')
    drilling.goOn()
    await drill
    const { steps } = await vault.must('security.beginCheck', { secret: secret() })
    for (let step = 1; step < steps; step += 1) await vault.must('security.checkNext', {})
    drilling.hold()
    const last = vault.must('security.checkNext', {})
    await drilling.reached
    await type('tijdens de controle')
    drilling.goOn()
    expect((await last).whole?.parts.flatMap(({ findings }) => findings)).toEqual([])
    expect(await vault.must('draft.open', {})).toEqual({ text: 'tijdens de controle' })
  })

  it('is on the disk when the vault locks during a backup, of which nothing stays', async () => {
    proving.hold()
    const backup = vault.ask('backup.run', {})
    await proving.reached
    const typed = type('nog net getypt')
    await vault.close()
    await typed
    expect(await backup).toEqual({ refused: 'locked' })
    expect(await unfinished()).toEqual([])
    expect(await backupsIn(stick)).toEqual([])
    proving.goOn()
    const again = driveCaseload(join(vault.folder, 'kluis'), '2026-03-02', held())
    await again.must('vault.unlock', { recoveryKey: vault.recoveryKey })
    expect(await again.must('draft.open', {})).toEqual({ text: 'nog net getypt' })
    await again.close()
  })

  it('hinders no second backup, which is made after the first', async () => {
    proving.hold()
    const first = vault.must('backup.run', {})
    await proving.reached
    await start('Een gesprek.')
    const second = vault.must('backup.run', {})
    proving.goOn()
    await Promise.all([first, second])
    expect(await unfinished()).toEqual([])
    expect(await backupsIn(stick)).not.toEqual([])
    expect((await vault.must('security.overview', {})).isBackedUp).toBe(true)
  })

  it('leaves nothing in a backup of a case that is destroyed while that backup is made', async () => {
    const { id } = await start(word)
    proving.hold()
    const backup = vault.must('backup.run', {})
    await proving.reached
    const destruction = vault.must('case.destroy', { id, reason: 'on-request', secret: secret() })
    await type('intussen')
    proving.goOn()
    await Promise.all([backup, destruction])
    expect(await toldInBackups(stick, word, secret())).toEqual([])
    const [line] = await rowsTold(vault, 'destructions')
    expect(line).toMatchObject({ copiesOutOfReach: [] })
    expect(line?.copiesRewritten).toBeGreaterThan(0)
    expect((await vault.must('security.overview', {})).openDestructions).toBe(0)
    expect(await vault.must('draft.open', {})).toEqual({ text: 'intussen' })
  })

  it('leaves a place off the list that is taken off during its first backup, and a destruction names it', async () => {
    const { id } = await start(word)
    proving.hold()
    const backup = vault.must('backup.run', {})
    await proving.reached
    await vault.must('backup.removeTarget', { id: stickId, secret: secret() })
    proving.goOn()
    await backup
    expect((await vault.must('security.overview', {})).targets).toEqual([])
    await vault.must('case.destroy', { id, reason: 'on-request', secret: secret() })
    const [line] = await rowsTold(vault, 'destructions')
    const [fileName] = await backupsIn(stick)
    expect(line?.copiesOutOfReach).toMatchObject([{ target: 'stick', fileName, goneOn: null }])
  })

  it('may be a new passphrase: the backup under way opens with the one of its time, the next with the new one', async () => {
    proving.hold()
    const backup = vault.must('backup.run', {})
    await proving.reached
    const passphrase = 'zes heel andere woorden vanaf nu'
    await vault.must('security.changePassphrase', { current: { passphrase: PASSPHRASE }, passphrase })
    proving.goOn()
    await backup
    const opensWith = async (typed: string) => {
      const opened = (await backupsIn(stick)).map((name) =>
        openBackupFile(join(stick, name), { passphrase: typed }, quickKdf),
      )
      return (await Promise.all(opened)).filter((one) => !('refused' in one)).length
    }
    expect([await opensWith(PASSPHRASE), await opensWith(passphrase)]).toEqual([1, 0])
    await vault.must('backup.run', {})
    expect([await opensWith(PASSPHRASE), await opensWith(passphrase)]).toEqual([0, 1])
  })

  it('and is backed up during a check counts as backed up when the check is over', async () => {
    for (const day of ['2026-03-02', '2026-03-03']) {
      vault = await vault.reopen(day, held())
      await start('Een gesprek.')
      await vault.must('backup.run', {})
    }
    const { steps } = await vault.must('security.beginCheck', { secret: secret() })
    await vault.must('security.checkNext', {})
    await start('Nog een gesprek.')
    await vault.must('backup.run', {})
    const before = await vault.must('security.overview', {})
    expect(before.isBackedUp).toBe(true)
    let whole = null
    for (let step = 2; step <= steps; step += 1) whole = (await vault.must('security.checkNext', {})).whole
    expect(whole?.parts.flatMap(({ findings }) => findings)).toEqual([])
    const after = await vault.must('security.overview', {})
    expect(after).toMatchObject({ isBackedUp: true, targets: [{ backups: before.targets[0]?.backups }] })
  })

  it('does not hide from a check that a backup was lost meanwhile', async () => {
    await vault.must('backup.run', {})
    const { steps } = await vault.must('security.beginCheck', { secret: secret() })
    const [first = ''] = await backupsIn(stick)
    await rm(join(stick, first))
    for (let step = 1; step < steps; step += 1) await vault.must('security.checkNext', {})
    const { whole } = await vault.must('security.checkNext', {})
    expect(whole?.parts.flatMap(({ findings }) => findings)).toMatchObject([
      { finding: 'missing', of: first },
    ])
    expect((await vault.must('security.overview', {})).isBackedUp).toBe(false)
  })
})
