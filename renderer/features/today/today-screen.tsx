import { appText } from '../../locale/app.ts'
import { Page } from '../../ui/page.tsx'

export function TodayScreen() {
  return <Page title={appText.areas.today}>{null}</Page>
}
