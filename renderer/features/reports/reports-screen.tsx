import { appText } from '../../locale/app.ts'
import { Page } from '../../ui/page.tsx'

export function ReportsScreen() {
  return <Page title={appText.areas.reports}>{null}</Page>
}
