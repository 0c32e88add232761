import { appText } from '../../locale/app.ts'
import { Page } from '../../ui/page.tsx'

export function NewMeldingScreen() {
  return <Page title={appText.newMelding}>{null}</Page>
}
