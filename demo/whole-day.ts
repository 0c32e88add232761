import { unlockOnScreen } from '../test/support/first-start.ts'
import { keepSafe, putBack } from './act-four.ts'
import { makeYearlyInvoice, settleReports } from './act-three.ts'
import { playFirstDay } from './first-day.ts'
import { Hands } from './hands.ts'
import { type Stage } from './stage.ts'
import { ORGANISATIONS } from './story.ts'

/**
 * Everything that an advisor may do on one day: she makes a vault, reads the register in, follows a case, locks and
 * unlocks, makes documents, backs up, tries the backup out, puts it back, and quits.
 */
export async function playWholeDay(stage: Stage, thisYear: number): Promise<void> {
  await playFirstDay(stage, `${thisYear - 2}-01-01`)

  await stage.step('Opnieuw gestart', () => stage.open())
  await stage.step('Ontgrendeld', () => unlockOnScreen(stage.page))
  const hands = new Hands(stage.page)
  await stage.step('Factuur gemaakt en bewaard', async () => {
    await makeYearlyInvoice(stage, hands, thisYear)
    await stage.page.getByRole('link', { name: 'Bekijk de factuur' }).click()
    await stage.saves(stage.page.getByRole('button', { name: 'Bewaar als PDF' }), 'factuur.pdf')
  })
  await stage.step('Jaarrapportage vastgesteld en bewaard', () =>
    settleReports(stage, hands, thisYear - 1, ORGANISATIONS.slice(0, 1)),
  )
  const backup = await stage.step('Back-up gemaakt, uitgeprobeerd en alles gecontroleerd', () =>
    keepSafe(stage, hands),
  )
  await stage.step('Vergrendeld', () => stage.lock())

  await stage.step('Opnieuw gestart', () => stage.open())
  await stage.step('Back-up teruggezet en geopend', () => putBack(stage, backup))
  await stage.step('Afgesloten', () => stage.quit())
}
