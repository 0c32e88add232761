import { appText } from '../../locale/app.ts'
import { Page } from '../../ui/page.tsx'

export function SettingsScreen() {
  return <Page title={appText.areas.settings}>{null}</Page>
}
