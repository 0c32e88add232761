import { appText } from '../../locale/app.ts'
import { Page } from '../../ui/page.tsx'

export function HoursScreen() {
  return <Page title={appText.areas.hours}>{null}</Page>
}
