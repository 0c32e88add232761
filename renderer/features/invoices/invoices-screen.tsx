import { appText } from '../../locale/app.ts'
import { Page } from '../../ui/page.tsx'

export function InvoicesScreen() {
  return <Page title={appText.areas.invoices}>{null}</Page>
}
