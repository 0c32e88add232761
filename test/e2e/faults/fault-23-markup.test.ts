import { join } from 'node:path'
import { type Page } from 'playwright'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { paths as casePaths } from '../../../renderer/features/case-file/paths.ts'
import { paths as organisationPaths } from '../../../renderer/features/organisations/paths.ts'
import { paths as reportPaths } from '../../../renderer/features/reports/paths.ts'
import { ownByUser } from '../../../electron/runtime/unprivileged-user.ts'
import { driveCaseload } from '../../support/caseload-driver.ts'
import { SCREEN_PASSPHRASE, unlockOnScreen } from '../../support/first-start.ts'
import { expect, test } from '../../support/luwte-test.ts'
import { MARKUP } from '../../support/markup.ts'
import { caseDetails, organisationDetails } from '../../support/new-caseload.ts'
import { type SmallPractice, writeSmallPractice } from '../../support/small-practice.ts'
import { notesOnScreen } from './paste-notes.ts'

const lastYear = new Date().getFullYear() - 1
const day = calendarDate(`${lastYear}-10-01`)
const [first = ''] = MARKUP

/** Writes markup into everything of the small practice that takes words, as if the advisor had pasted it. */
async function pasteEverywhere(profile: string, { organisationId, caseId, activityId }: SmallPractice) {
  const vault = driveCaseload(join(profile, 'data', 'kluis'))
  await vault.must('vault.unlock', { passphrase: SCREEN_PASSPHRASE })
  const named = { ...organisationDetails(), name: first, contactName: first, purchaseReference: first }
  await vault.must('organisation.save', { id: organisationId, details: named })
  const firstContactOn = calendarDate(`${lastYear}-09-01`)
  const details = caseDetails(organisationId, { label: first, firstContactOn })
  await vault.must('case.change', { id: caseId, details })
  for (const note of MARKUP)
    await vault.must('entry.save', {
      caseId,
      id: null,
      details: { kind: 'contact', on: day, channel: 'phone', minutes: 5, note },
    })
  const people = MARKUP.map((text) => ({ part: 'melder' as const, name: text, reach: text, remark: text }))
  await vault.must('case.savePersons', { id: caseId, persons: { people } })
  await vault.must('draft.save', { about: caseId, text: MARKUP.join('\n') })
  await vault.must('activity.save', {
    id: activityId,
    details: {
      organisationId,
      kind: 'other',
      on: day,
      minutes: 30,
      description: first,
      withWhom: first,
      reach: null,
      becauseOfCase: false,
      billable: true,
      inReport: true,
    },
  })
  await vault.close()
  ownByUser(profile)
}

/** What of the page would do something, and what the browser had to stop: nothing. */
async function actsOfThePage(page: Page): Promise<unknown[]> {
  return page.evaluate(() => {
    const risky =
      'iframe, object, embed, base, form[action], main script, body > script, main style, math, foreignObject'
    const handlers = '[onerror], [onload], [onmouseover], [onclick]'
    const links = 'a[href^="javascript" i], [src^="javascript" i], img[src="x"]'
    const found = [...document.querySelectorAll([risky, handlers, links].join(', '))].map(
      ({ outerHTML }) => outerHTML,
    )
    const { fell, stopped } = window as unknown as { fell?: number; stopped: string[] }
    return [...found, ...stopped, ...(fell === undefined ? [] : ['it ran'])]
  })
}

test.describe('fault 23: HTML, SVG, javascript: in notes', () => {
  test('shows markup letter for letter on every screen, and runs none of it', async ({ launch, profile }) => {
    const practice = await writeSmallPractice(profile)
    await pasteEverywhere(profile, practice)
    const { page } = await launch()
    await page.evaluate(() => {
      const stopped: string[] = []
      Reflect.set(window, 'stopped', stopped)
      document.addEventListener('securitypolicyviolation', ({ blockedURI }) => stopped.push(blockedURI))
    })
    await unlockOnScreen(page)
    const { caseId, organisationId, entryId } = practice
    for (const place of [
      casePaths.case(caseId),
      casePaths.persons(caseId),
      casePaths.details(caseId),
      casePaths.entry(caseId, entryId),
      organisationPaths.organisation(organisationId),
      organisationPaths.details(organisationId),
      '/vandaag',
      '/casussen',
      '/organisaties',
      '/uren',
      '/facturen',
      reportPaths.reportOfYear(organisationId, lastYear),
    ]) {
      await page.evaluate((hash) => (window.location.hash = hash), place)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForTimeout(150)
      expect([place, ...(await actsOfThePage(page))]).toEqual([place])
    }
    await page.evaluate((hash) => (window.location.hash = hash), casePaths.case(caseId))
    await expect.poll(() => notesOnScreen(page)).toEqual(expect.arrayContaining(MARKUP))
    await page.keyboard.press('F2')
    const note = page.getByRole('textbox', { name: 'Notitie van het gesprek' })
    await expect(note).toHaveValue(MARKUP.join('\n'))
    expect(await actsOfThePage(page)).toEqual([])
  })
})
