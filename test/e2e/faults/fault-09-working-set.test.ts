import { type Page } from 'playwright'
import { paths as casePaths } from '../../../renderer/features/case-file/paths.ts'
import { unlockOnScreen } from '../../support/first-start.ts'
import { expect, test } from '../../support/luwte-test.ts'
import { writeSmallPractice } from '../../support/small-practice.ts'

const NOTE = 'Belde terug over het rooster.'

async function at(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), place)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** Throws the working set away, as the browser does when its storage fails. */
async function loseWorkingSet(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('working-set')
        deleting.onsuccess = resolve
        deleting.onerror = reject
      }),
  )
}

/** Puts nonsense in the place of every row, behind the back of the page. */
async function spoilWorkingSet(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('working-set')
        opening.onerror = () => reject(new Error('there is no working set'))
        opening.onsuccess = () => {
          const tables = [...opening.result.objectStoreNames]
          const work = opening.result.transaction(tables, 'readwrite')
          for (const table of tables) {
            const store = work.objectStore(table)
            store.getAllKeys().onsuccess = ({ target }) => {
              for (const id of (target as IDBRequest<IDBValidKey[]>).result)
                store.put({ id, organisationId: 7, state: null, nonsense: [{}] })
            }
          }
          work.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
  )
}

/** Both cases of the small practice stand in the list. */
async function seesBothCases(page: Page): Promise<void> {
  await at(page, '/organisaties')
  await at(page, '/casussen')
  await page.getByText('Alle', { exact: true }).click()
  await expect(page.getByRole('row')).toHaveCount(3)
}

test.describe('fault 9: working set lost or damaged at any time', () => {
  test('fills it anew from the vault when it is lost, between saves and in the middle of one, and loses nothing', async ({
    launch,
    profile,
  }) => {
    const { caseId } = await writeSmallPractice(profile)
    const { page } = await launch()
    await unlockOnScreen(page)
    await at(page, '/casussen')
    await loseWorkingSet(page)
    await seesBothCases(page)

    await at(page, casePaths.case(caseId))
    await page.getByLabel('Nieuwe notitie').fill(NOTE)
    const lost = loseWorkingSet(page)
    await page.getByRole('button', { name: 'Bewaar contact' }).click()
    await lost
    await expect(page.getByText('Contact bewaard.')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: NOTE })).toBeVisible()
    await seesBothCases(page)
  })

  test('has everything again after a start when its rows were made nonsense', async ({ launch, profile }) => {
    const { caseId } = await writeSmallPractice(profile)
    const first = await launch()
    await unlockOnScreen(first.page)
    await spoilWorkingSet(first.page)
    await first.page.evaluate((hash) => (window.location.hash = hash), '/uren')
    await expect(first.page.getByText('Wat bewaard was is veilig.', { exact: false })).toBeVisible()
    await expect(first.page.getByText('Wat bewaard was is veilig.')).toBeVisible()
    await first.stop()
    const { page } = await launch()
    await unlockOnScreen(page)
    await seesBothCases(page)
    await at(page, casePaths.case(caseId))
    await expect(page.getByText('Afspraken gemaakt voor het werkoverleg.')).toBeVisible()
  })
})
