import { makeVaultOnScreen } from '../test/support/first-start.ts'
import { enterOrganisation, enterPractice } from './act-one.ts'
import { enterActivity, followCase } from './act-two.ts'
import { Hands } from './hands.ts'
import { type Stage } from './stage.ts'

/** The advisor's first day, from an empty computer until she locks. Answers the recovery key of the vault she made. */
export async function playFirstDay(stage: Stage, contractFrom: string): Promise<string> {
  await stage.step('Luwte gestart', () => stage.open())
  await stage.picture('eerste-start')
  const recoveryKey = await stage.step('Kluis gemaakt', () => makeVaultOnScreen(stage.page))
  const hands = new Hands(stage.page)
  await stage.picture('vandaag-leeg')
  await stage.step('Eigen gegevens ingevuld', () => enterPractice(stage, hands))
  await stage.step('Organisatie met 40 locaties uit het register', () =>
    enterOrganisation(stage, hands, contractFrom),
  )
  await stage.step('Casus van melding tot afsluiten', () => followCase(stage, hands))
  await stage.step('Activiteit vastgelegd', () => enterActivity(stage, hands))
  await stage.step('Vergrendeld', () => stage.lock())
  return recoveryKey
}
