import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../../support/luwte-test.ts'
import { askVault, placePortPage } from '../../support/port-page.ts'
import { commandLine, isAlive } from '../../support/process-tree.ts'

const passphrase = 'kelder zwaluw 48 bedaarde lantaarn'

test('joins the page and the vault process, which answers what it is asked', async ({ launch }) => {
  const { page } = await launch({ alterApplication: placePortPage })
  expect(await askVault(page, 'vault.status', {})).toEqual({
    id: 1,
    answer: { stage: 'no-vault', vaults: [] },
  })
})

test('answers a command that does not exist without falling over', async ({ launch }) => {
  const { page } = await launch({ alterApplication: placePortPage })
  const reply = await askVault(page, 'vault.giveKeys', {})
  expect(reply.answer).toBeUndefined()
  expect(await askVault(page, 'vault.status', {})).toMatchObject({ answer: { stage: 'no-vault' } })
})

test('makes a vault with a passphrase, opens it again after a lock, and leaves no process that derived the key', async ({
  launch,
  profile,
}) => {
  const first = await launch({ alterApplication: placePortPage })
  const prepared = await askVault(first.page, 'vault.prepare', { passphrase, advisorName: 'Proefpersoon A' })
  expect(prepared).toHaveProperty('answer')
  const { recoveryKey } = prepared.answer as { recoveryKey: string }
  const created = await askVault(first.page, 'vault.create', { recoveryKey })
  expect(created).toHaveProperty('answer')
  expect(existsSync(join(profile, 'data/kluis'))).toBe(true)
  await expect.poll(() => nodeProcesses(first.processes())).toHaveLength(1)
  const before = first.processes()
  await first.page.evaluate(() => window.host.lock()).catch(() => undefined)
  await first.ended()
  await expect.poll(() => before.filter(isAlive)).toEqual([])

  const second = await launch({ alterApplication: placePortPage })
  expect(await askVault(second.page, 'vault.status', {})).toMatchObject({ answer: { stage: 'locked' } })
  expect(await askVault(second.page, 'vault.unlock', { passphrase: 'iets heel anders' })).toHaveProperty(
    'refusal',
  )
  expect(await askVault(second.page, 'vault.unlock', { passphrase })).toHaveProperty('answer')
  await expect.poll(() => nodeProcesses(second.processes())).toHaveLength(1)
})

/** The vault process, and while a key is derived the process that does so. */
function nodeProcesses(pids: readonly number[]): readonly number[] {
  return pids.filter((pid) => commandLine(pid).includes('--utility-sub-type=node'))
}
