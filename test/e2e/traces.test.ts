import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registerFile } from '../../demo/register-file.ts'
import { paths as casePaths } from '../../renderer/features/case-file/paths.ts'
import { paths as hoursPaths } from '../../renderer/features/hours/paths.ts'
import { paths as invoicePaths } from '../../renderer/features/invoices/paths.ts'
import { paths as organisationPaths } from '../../renderer/features/organisations/paths.ts'
import { paths as reportPaths } from '../../renderer/features/reports/paths.ts'
import { paths as securityPaths } from '../../renderer/features/security/paths.ts'
import { temporaryFolder } from '../../electron/runtime/cache-folder.ts'
import { ownByUser } from '../../electron/runtime/unprivileged-user.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { findMarkers, findMarkersIn } from '../support/find-markers.ts'
import { type RunningLuwte } from '../support/launch-electron.ts'
import { expect, test } from '../support/luwte-test.ts'
import { FieldMarkers } from '../support/mark-fields.ts'
import { openWith, saveIn, writableFolder } from '../support/on-screen.ts'
import { isAlive, unlinkedFiles } from '../support/process-tree.ts'
import { walkThrough } from '../support/walk.ts'
import { walkEveryScreen } from '../support/walk-every-screen.ts'

/** Fields of which no test may lose sight, whatever a screen looks like. */
const OF_THE_HEAVIEST = [
  ...['Wachtzin', 'Herstelsleutel', 'Waarom 3?', 'Naam van de locatie', 'Naam van de nieuwe organisatie'],
  ...[
    'Notitie',
    'Notitie van het gesprek',
    'Waaraan herken je deze casus',
    'Nieuwe notitie',
    'Wie deden mee',
    'Nazorg',
  ],
  ...['Naam (1)', 'Bereikbaar via', 'Opmerking', 'Omschrijving', 'Met wie', 'Wat je zag', 'Aanbeveling 1'],
  ...[
    'Je wachtzin',
    'Huidige wachtzin',
    'Nieuwe wachtzin',
    'Wie moet iemand bellen?',
    'Wat moet er gebeuren?',
  ],
  ...['Werkplan', 'Voor wie is deze rapportage?', 'Zoek in casussen', 'Zoek een casus'],
]

/** Every place that an area of the screen knows, as a pattern: its ids and years may be any. */
function everyPlace(): RegExp[] {
  // A report of a year stands for one of any period, that of the whole caseload for those of several organisations.
  const { report: _report, joint: _joint, ...others } = reportPaths
  const ofReports = { ...others, joint: '/rapportages/hele-praktijk/[^/]+' }
  return [casePaths, hoursPaths, invoicePaths, organisationPaths, ofReports, securityPaths]
    .flatMap((paths) => Object.values(paths) as (string | ((...given: string[]) => string))[])
    .map((path) => (typeof path === 'string' ? path : path('[^/]+', '[^/]+')))
    .map((pattern) => new RegExp(`^${pattern}$`))
}

/** Of which fields the text was found: asked only when something was, since it looks for each of them. */
function fieldsIn(profile: string, { typed }: FieldMarkers): string[] {
  return typed
    .filter(({ marker }) => findMarkers([profile], [marker]).length > 0)
    .map(({ screen, field }) => `${screen}: ${field}`)
}

/** Where any marker is found in the profile, which holds the home and the temporary folder too. */
function traces(profile: string, markers: FieldMarkers): string[] {
  return findMarkers([profile], markers.needles).flatMap(({ file, marker }) =>
    marker === markers.stem ? [file, ...fieldsIn(profile, markers)] : [`${file}: the recovery key`],
  )
}

/** A folder outside of the profile, for what the advisor saves elsewhere. */
function folderElsewhere(): string {
  const folder = mkdtempSync(join(temporaryFolder(), 'luwte-elsewhere-'))
  ownByUser(folder)
  return folder
}

/** Puts the newest backup back beside the vault that is there. */
async function putBack({ app, page }: RunningLuwte, stick: string, passphrase: string): Promise<void> {
  const backup = readdirSync(stick)
    .filter((name) => name.startsWith('luwte-'))
    .sort()
    .at(-1)
  await page.getByRole('button', { name: 'Zet een back-up terug' }).click()
  await openWith(app, join(stick, backup ?? ''))
  await page.getByRole('button', { name: 'Kies het back-upbestand' }).click()
  await page.getByText(/^Gekozen: luwte-/).waitFor()
  await page.getByLabel('Wachtzin van toen').fill(passphrase)
  await page.getByRole('button', { name: 'Zet deze back-up terug' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('De back-up staat terug', {
    timeout: 30_000,
  })
  await page.getByRole('button', { name: 'Terug', exact: true }).click()
}

async function endedBy(luwte: RunningLuwte, act: () => Promise<unknown>): Promise<void> {
  const before = luwte.processes()
  // The page may be gone before the act is answered.
  await act().catch(() => undefined)
  await luwte.ended()
  await expect.poll(() => before.filter(isAlive)).toEqual([])
}

test('leaves no word of what was typed in any field of any screen on the disk, open, locked or ended', async ({
  launch,
  profile,
}) => {
  test.setTimeout(300_000)
  const temporary = join(profile, 'tijdelijk')
  mkdirSync(temporary)
  const env = { TMPDIR: temporary, TMP: temporary, TEMP: temporary }
  const register = join(profile, 'export_opendata_lrk.csv')
  writeFileSync(register, registerFile())
  ownByUser(profile)
  const markers = new FieldMarkers()

  const first = await launch({ env })
  first.page.setDefaultTimeout(8000)
  const stick = writableFolder(profile, 'stick')
  const elsewhere = folderElsewhere()
  await openWith(first.app, register, stick)
  await saveIn(first.app, elsewhere)
  const walk = walkThrough(first.page, markers)
  const { passphrase, caseId } = await walkEveryScreen(walk)
  const fields = markers.typed.map(({ field }) => field)
  for (const one of OF_THE_HEAVIEST) expect(fields.some((field) => field.startsWith(one))).toBe(true)
  expect(everyPlace().filter((place) => ![...walk.visited].some((each) => place.test(each)))).toEqual([])
  expect(traces(profile, markers)).toEqual([])
  expect(findMarkersIn(unlinkedFiles(first.processes()), markers.needles)).toEqual([])
  // The documents, which she saved elsewhere herself, are the one place where her words may be read.
  const saved = readdirSync(elsewhere)
  expect(saved.map((name) => name.split('.').at(-1)).sort()).toEqual(['pdf', 'pdf', 'xlsx'])
  for (const name of saved.filter((one) => one.endsWith('.pdf')))
    expect((await readPdf(new Uint8Array(readFileSync(join(elsewhere, name))))).text).toContain(markers.stem)
  rmSync(elsewhere, { recursive: true })
  await endedBy(first, () => first.page.keyboard.press('Control+KeyL'))
  expect(traces(profile, markers)).toEqual([])

  const second = await launch({ env })
  await second.page.getByLabel('Wachtzin', { exact: true }).waitFor()
  await markers.fill(second.page, 'ontgrendelen')
  await second.page.getByRole('button', { name: 'Ontgrendel', exact: true }).click()
  await second.page.getByRole('alert').waitFor()
  await second.page.getByRole('button', { name: /wachtzin kwijt/ }).click()
  await second.page.getByLabel('Herstelsleutel').waitFor()
  await markers.fill(second.page, 'ontgrendelen met de herstelsleutel')
  await second.page.getByRole('button', { name: 'Gebruik toch mijn wachtzin' }).click()
  await putBack(second, stick, passphrase)
  expect(readdirSync(join(profile, 'data'))).toContain('kluis-2')
  expect(traces(profile, markers)).toEqual([])
  await second.page.getByLabel('Wachtzin', { exact: true }).fill(passphrase)
  await second.page.getByRole('button', { name: 'Ontgrendel', exact: true }).click()
  await second.page.getByRole('navigation', { name: 'Onderdelen' }).waitFor()
  await second.page.evaluate((hash) => (window.location.hash = hash), casePaths.case(caseId))
  await expect(second.page.getByText(new RegExp(markers.stem)).first()).toBeVisible()
  expect(traces(profile, markers)).toEqual([])
  await endedBy(second, () => second.app.evaluate(({ app }) => app.quit()))
  expect(traces(profile, markers)).toEqual([])

  // The same search would have found them.
  const planted = join(temporary, 'planted')
  writeFileSync(planted, Buffer.from(`x${markers.typed[0]?.marker ?? ''}x`, 'utf16le'))
  expect(traces(profile, markers)).toContain(planted)
})
