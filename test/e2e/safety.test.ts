import { copyFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page } from 'playwright'
import { ownByUser } from '../../electron/runtime/unprivileged-user.ts'
import { driveCaseload, tokenFor } from '../support/caseload-driver.ts'
import { unlockWithRecoveryKey } from '../support/first-start.ts'
import { expect, test } from '../support/luwte-test.ts'
import { writableFolder } from '../support/on-screen.ts'
import { commandLine } from '../support/process-tree.ts'
import { layTemplateVault } from '../support/template-vault.ts'

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

type Written = { recoveryKey: string; stick: string; kluis: string; backups: string[] }

/** A vault with a place for backups, and a backup of each of these days; then something that is in none of them. */
async function writeVault(profile: string, days: readonly number[]): Promise<Written> {
  const recoveryKey = await layTemplateVault(profile)
  const kluis = join(profile, 'data', 'kluis')
  const stick = writableFolder(profile, 'stick')
  for (const [index, day] of days.entries()) {
    const vault = driveCaseload(kluis, daysAgo(day))
    await vault.must('vault.unlock', { recoveryKey })
    if (index === 0) await vault.must('backup.addTarget', { token: tokenFor(vault, stick) })
    await vault.must('backup.run', {})
    await vault.must('group.save', { id: null, name: `Verzonnen Groep ${index}` })
    await vault.close()
  }
  ownByUser(profile)
  return { recoveryKey, stick, kluis, backups: backupsIn(stick) }
}

function backupsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^luwte-.*\.luwte$/.test(name))
    .sort((one, other) => Number(one.split('-')[2]) - Number(other.split('-')[2]))
}

function flip(path: string, fromEnd: number): void {
  const bytes = readFileSync(path)
  const at = bytes.length - fromEnd
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

async function check(page: Page, recoveryKey: string): Promise<void> {
  await page.getByRole('button', { name: 'Gebruik de herstelsleutel' }).click()
  await page.getByLabel('Herstelsleutel').fill(recoveryKey)
  await page.getByRole('button', { name: 'Controleer alles' }).click()
}

test('checks everything now, tells damage from somebody’s work and both from a wrong passphrase, and remembers it', async ({
  launch,
  profile,
}) => {
  const { recoveryKey, kluis, stick, backups } = await writeVault(profile, [2, 1, 0])
  const before = await launch()
  const { page } = before
  await unlockWithRecoveryKey(page, recoveryKey)
  await goTo(page, 'Beveiliging')
  await page.getByRole('button', { name: 'Alles nu controleren' }).click()
  await page.getByLabel('Je wachtzin').fill('een heel andere zin')
  await page.getByRole('button', { name: 'Controleer alles' }).click()
  await expect(page.getByText(/^Deze wachtzin past niet/)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/beschadigd|veranderd/)).toHaveCount(0)

  const vault = before.processes().filter((pid) => commandLine(pid).includes('utility-sub-type=node'))
  for (const pid of vault) process.kill(pid, 'SIGSTOP')
  await check(page, recoveryKey)
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: 'Stop de controle' }).click()
  for (const pid of vault) process.kill(pid, 'SIGCONT')
  await expect(page.getByText('De controle is gestopt.')).toBeVisible()
  await page.getByRole('button', { name: 'Controleer alles' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Uitkomst van de controle' })).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByText('Alles is heel', { exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /De back-ups in stick 3 back-ups geopend heel/ })).toBeVisible()

  const [first = '', second = '', third = ''] = backups
  const journal = readdirSync(kluis).filter((name) => name.startsWith('journal-'))
  flip(join(kluis, journal.sort().at(-1) ?? ''), 50)
  flip(join(stick, third), 500)
  copyFileSync(join(stick, first), join(stick, second))
  await page.getByRole('button', { name: 'Controleer opnieuw' }).click()
  await check(page, recoveryKey)
  await expect(page.getByText('3 dingen vielen op')).toBeVisible({ timeout: 30_000 })
  const notes = page.getByRole('note')
  const damaged = notes.filter({ hasText: /^Beschadigd/ })
  await expect(damaged).toHaveCount(2)
  await expect(damaged.first()).toContainText('Je bent niets kwijt')
  await expect(damaged.last()).toContainText(third)
  await expect(damaged.last()).toContainText('Maak nu een nieuwe back-up')
  const changed = notes.filter({ hasText: /^Veranderd door iemand of iets buiten Luwte/ })
  await expect(changed).toHaveCount(1)
  await expect(changed).toContainText(second)
  await before.stop()

  const again = await launch()
  await unlockWithRecoveryKey(again.page, recoveryKey)
  await expect(again.page.getByText('Bij de laatste controle van je kluis viel iets op.')).toBeVisible()
  await again.page.getByRole('link', { name: 'Lees wat er was en wat je kunt doen' }).click()
  await expect(again.page.getByText(/^Gecontroleerd vandaag \d\d:\d\d\.$/)).toBeVisible()
})

test('says what was not seen or tried out for long, and what an envelope of a year ago asks', async ({
  launch,
  profile,
}) => {
  const { recoveryKey, stick, kluis } = await writeVault(profile, [400, 20])
  const vault = driveCaseload(kluis, daysAgo(400))
  await vault.must('vault.unlock', { recoveryKey })
  const drawn = await vault.must('security.drawRecoveryKey', { kind: 'envelope', secret: { recoveryKey } })
  await vault.must('security.confirmRecoveryKey', { recoveryKey: drawn.recoveryKey })
  await vault.close()
  // A test of four hundred days ago has seen the stick last: it was there twenty days ago.
  const later = driveCaseload(kluis, daysAgo(20))
  await later.must('vault.unlock', { recoveryKey })
  await later.close()
  ownByUser(profile)
  renameSync(stick, `${stick}-weg`)
  const { page } = await launch()
  await unlockWithRecoveryKey(page, recoveryKey)
  await expect(page.getByText(/^De map stick voor back-ups is al (19|20|21) dagen niet gezien/)).toBeVisible()
  await expect(page.getByText(/^Je hebt nog nooit geprobeerd of een back-up echt opengaat/)).toBeVisible()
  await expect(page.getByText(/^Je noodenvelop is meer dan een jaar oud/)).toBeVisible()
  await page.getByRole('link', { name: 'Maak een nieuwe noodenvelop' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Een noodenvelop maken' })).toBeVisible()

  await goTo(page, 'Beveiliging')
  await expect(page.getByText(`Noodenvelop, kenmerk ${drawn.mark}`)).toBeVisible()
  await expect(page.getByRole('list').filter({ hasText: 'dagen niet gezien' })).toContainText('noodenvelop')
})

test('makes a backup when it is closed, and asks what to do when the stick is not there', async ({
  launch,
  profile,
}) => {
  const { recoveryKey, stick, kluis, backups } = await writeVault(profile, [0])
  const first = await launch()
  await unlockWithRecoveryKey(first.page, recoveryKey)
  await expect(first.page.getByRole('contentinfo')).toContainText('bewezen')
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await first.ended()
  const after = backupsIn(stick)
  expect(after).toHaveLength(1)
  expect(after).not.toEqual(backups)

  const vault = driveCaseload(kluis)
  await vault.must('vault.unlock', { recoveryKey })
  await vault.must('group.save', { id: null, name: 'Verzonnen Groep' })
  await vault.close()
  ownByUser(profile)
  renameSync(stick, `${stick}-weg`)
  const second = await launch()
  const { app, page } = second
  await unlockWithRecoveryKey(page, recoveryKey)
  await page.keyboard.press('Control+q')
  const asked = page.getByRole('alertdialog', { name: 'De map voor back-ups is er niet' })
  await expect(asked).toContainText('stick: niet gevonden')
  await asked.getByRole('button', { name: 'Blijf in Luwte' }).click()
  await expect(asked).toHaveCount(0)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await asked.getByRole('button', { name: 'Sluit af zonder back-up' }).click()
  await second.ended()
})

test('closes all the same when the page hangs, and at once when the computer says so', async ({ launch }) => {
  const hanging = await launch()
  await hanging.page.getByRole('heading', { level: 1 }).waitFor()
  void hanging.page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined)
  await hanging.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await hanging.ended()

  const told = await launch()
  process.kill(told.mainPid, 'SIGTERM')
  await told.ended()
})
