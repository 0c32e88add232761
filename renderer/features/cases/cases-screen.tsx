import { appText } from '../../locale/app.ts'
import { Page } from '../../ui/page.tsx'

export function CasesScreen() {
  return <Page title={appText.areas.cases}>{null}</Page>
}
