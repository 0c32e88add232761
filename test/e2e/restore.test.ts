import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page } from 'playwright'
import { ownByUser } from '../../electron/runtime/unprivileged-user.ts'
import { checksum } from '../../electron/vault/store/crypto/v1/checksum.ts'
import { paths as casePaths } from '../../renderer/features/case-file/paths.ts'
import { driveCaseload, tokenFor } from '../support/caseload-driver.ts'
import { SCREEN_PASSPHRASE } from '../support/first-start.ts'
import { expect, test } from '../support/luwte-test.ts'
import { caseDetails, organisationDetails } from '../support/new-caseload.ts'
import { documentsFolder, openWith } from '../support/on-screen.ts'

const BEFORE = 'Belde voordat de back-up werd gemaakt.'
const AFTER = 'Belde toen de back-up al gemaakt was.'

type Story = {
  recoveryKey: string
  /** In the backup, and not in it. */
  before: string
  after: string
  /** A copy of the backup, in the folder of backups. */
  backup: string
}

/** A vault in `folder` that was backed up between two cases, made by the same code as the application's. */
async function writeStory(profile: string, folder: string): Promise<Story> {
  const stick = documentsFolder(profile)
  const parent = join(profile, folder)
  mkdirSync(parent, { recursive: true })
  const vault = driveCaseload(join(parent, 'kluis'))
  const { recoveryKey } = await vault.must('vault.prepare', {
    passphrase: SCREEN_PASSPHRASE,
    advisorName: 'Proefpersoon Adviseur',
  })
  await vault.must('vault.create', { recoveryKey })
  const { id: organisationId } = await vault.must('organisation.save', {
    id: null,
    details: organisationDetails(),
  })
  const start = async (note: string): Promise<string> =>
    (await vault.must('case.start', { details: caseDetails(organisationId), note, minutes: 10 })).id
  await vault.must('backup.addTarget', { token: tokenFor(vault, stick) })
  const before = await start(BEFORE)
  await vault.must('backup.run', {})
  const [made = ''] = backupsIn(stick)
  const backup = join(stick, `kopie van ${made}`)
  copyFileSync(join(stick, made), backup)
  const after = await start(AFTER)
  await vault.must('backup.run', {})
  await vault.close()
  ownByUser(profile)
  return { recoveryKey, before, after, backup }
}

function backupsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('luwte-'))
}

/** Every file of the program's vaults, by name, with what it holds. */
function vaultsIn(profile: string): Record<string, string> {
  const data = join(profile, 'data')
  const names = readdirSync(data).filter((name) => name.startsWith('kluis'))
  const files = names.flatMap((name) => readdirSync(join(data, name)).map((file) => join(name, file)))
  const whole = files.filter((file) => statSync(join(data, file)).isFile())
  return Object.fromEntries(whole.map((file) => [file, readFileSync(join(data, file)).toString('base64')]))
}

async function openCase(page: Page, id: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Onderdelen' }).waitFor()
  await page.evaluate((hash) => (window.location.hash = hash), casePaths.case(id))
}

test('brings everything back on an empty computer, with the recovery key alone', async ({
  launch,
  profile,
}) => {
  const { recoveryKey, before, backup } = await writeStory(profile, 'vorige-computer')
  const { app, page } = await launch()
  await page.getByRole('button', { name: 'Zet een back-up terug' }).click()
  await openWith(app, backup)
  await page.getByRole('button', { name: 'Kies het back-upbestand' }).click()
  await expect(page.getByText(/^Gekozen: kopie van luwte-/)).toBeVisible()
  await page.getByRole('button', { name: 'Gebruik de herstelsleutel' }).click()
  await page.getByLabel('Herstelsleutel van toen').fill(recoveryKey)
  await page.getByRole('button', { name: 'Zet deze back-up terug' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('De back-up staat terug')
  await expect(page.getByRole('main')).toContainText(
    /De back-up staat terug: \d+ gegevens, laatst gewijzigd op \d+ \S+ \d{4}/,
  )
  await expect(page.getByRole('main')).toContainText('Dit is nu je kluis.')
  await expect(page.getByRole('main')).toContainText('Er zat niets in dat je later had vernietigd.')
  await page.getByRole('button', { name: 'Ontgrendel deze kluis' }).click()
  // A later backup lies in the same folder, so that what was put back is older than that one.
  await page.getByRole('button', { name: 'Ga toch verder in deze oudere kluis' }).click()
  await openCase(page, before)
  await expect(page.getByText(BEFORE, { exact: true })).toBeVisible()
})

test('puts a backup beside the vault that is there, and lets her choose each time which one to open', async ({
  launch,
  profile,
}) => {
  const { before, after, backup } = await writeStory(profile, 'data')
  const untouched = vaultsIn(profile)
  const first = await launch()
  const { page } = first
  await expect(page.getByRole('radiogroup', { name: 'Welke kluis?' })).toBeHidden()
  await page.getByRole('button', { name: 'Zet een back-up terug' }).click()
  await openWith(first.app, backup)
  await page.getByRole('button', { name: 'Kies het back-upbestand' }).click()
  await page.getByLabel('Wachtzin van toen').fill(SCREEN_PASSPHRASE)
  await page.getByRole('button', { name: 'Zet deze back-up terug' }).click()
  await expect(page.getByRole('main')).toContainText('Hij heet kluis-2 en staat naast wat er al was.')
  expect(vaultsIn(profile)).toMatchObject(untouched)

  await page.getByRole('button', { name: 'Terug', exact: true }).click()
  await expect(page.getByRole('radio', { name: 'Je kluis' })).toBeChecked()
  await page.getByText('Teruggezet: kluis-2').click()
  await unlock(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Deze kluis is ouder dan je laatste back-up',
  )
  await expect(page.getByRole('main')).toContainText(
    'Je back-ups zijn er nog, en Luwte heeft niets veranderd.',
  )
  await expect(page.getByRole('main')).toContainText('neem de nieuwste back-up')
  await page.getByRole('button', { name: 'Ga toch verder in deze oudere kluis' }).click()
  await openCase(page, before)
  await expect(page.getByText(BEFORE, { exact: true })).toBeVisible()
  await openCase(page, after)
  await expect(page.getByText(AFTER, { exact: true })).toBeHidden()
  await first.stop()

  const second = await launch()
  await expect(second.page.getByRole('radio', { name: 'Je kluis' })).toBeChecked()
  await unlock(second.page)
  await openCase(second.page, after)
  await expect(second.page.getByText(AFTER, { exact: true })).toBeVisible()
})

test('says of each file and secret that does not fit what is the matter, and changes nothing', async ({
  launch,
  profile,
}) => {
  test.setTimeout(120_000)
  const { recoveryKey, backup } = await writeStory(profile, 'data')
  const bytes = readFileSync(backup)
  const untouched = vaultsIn(profile)
  const folder = documentsFolder(profile)
  const { app, page } = await launch()
  await page.getByRole('button', { name: 'Zet een back-up terug' }).click()

  await page.getByRole('button', { name: 'Zet deze back-up terug' }).click()
  await expect(page.getByRole('alert')).toHaveText('Kies eerst het back-upbestand.')

  const choose = async (path: string): Promise<void> => {
    await openWith(app, path)
    await page.getByRole('button', { name: /^Kies (het back-upbestand|een ander bestand)$/ }).click()
    await expect(page.getByRole('alert')).toBeHidden()
  }
  await page.getByRole('button', { name: 'Gebruik de herstelsleutel' }).click()
  await page.getByLabel('Herstelsleutel van toen').fill(recoveryKey)
  for (const [name, content, says] of [
    ['notitie', Buffer.from('een boodschappenlijst'.repeat(20)), 'Dit bestand is geen back-up van Luwte.'],
    ['afgekapt', bytes.subarray(0, bytes.length - 100), 'Deze back-up is beschadigd'],
    ['veranderd', changed(bytes), 'Deze back-up is veranderd buiten Luwte om'],
    ['nieuwer', newer(bytes), 'Deze back-up is van een nieuwere Luwte'],
  ] as const) {
    const path = join(folder, `${name}.luwte`)
    writeFileSync(path, content)
    await choose(path)
    await page.getByRole('button', { name: 'Zet deze back-up terug' }).click()
    await expect(page.getByRole('alert'), name).toContainText(says)
  }

  await choose(backup)
  const groups = recoveryKey.split(/[-\s]+/)
  const mistyped = groups.map((group, place) => (place === 2 ? [...group].reverse().join('') : group))
  await page.getByLabel('Herstelsleutel van toen').fill(mistyped.join('-'))
  await page.getByRole('button', { name: 'Zet deze back-up terug' }).click()
  await expect(page.getByRole('alert')).toContainText('Groep 3 klopt niet.')
  await page.getByRole('button', { name: 'Gebruik toch de wachtzin' }).click()
  await page.getByLabel('Wachtzin van toen').fill('een heel andere zin')
  await page.getByRole('button', { name: 'Zet deze back-up terug' }).click()
  await expect(page.getByRole('alert')).toContainText('Deze wachtzin past niet op deze back-up.')

  expect(vaultsIn(profile)).toEqual(untouched)
  await page.getByRole('button', { name: 'Terug', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welkom terug')
})

/** One byte of the sealed content changed by somebody who mends the checksums. */
function changed(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const place = copy.readUInt32LE(12) + 200
  copy[place] = (copy[place] ?? 0) ^ 0x10
  return mended(copy)
}

function newer(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt16LE(2, 8)
  return mended(copy)
}

/** With the checksums of beginning and whole as they ought to be, as somebody would who changes a backup on purpose. */
function mended(bytes: Buffer): Buffer {
  const beginning = bytes.readUInt32LE(12)
  for (const end of [beginning, bytes.length]) bytes.set(checksum(bytes.subarray(0, end - 32)), end - 32)
  return bytes
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Wachtzin', { exact: true }).fill(SCREEN_PASSPHRASE)
  await page.getByRole('button', { name: 'Ontgrendel', exact: true }).click()
}
