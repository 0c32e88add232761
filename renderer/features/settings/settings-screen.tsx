import { settingsText as text } from '../../locale/settings.ts'
import { Page } from '../../ui/page.tsx'
import { usePractice } from '../../working-set/practice.ts'
import { PracticeForm } from './practice-form.tsx'

/** What Luwte knows of the advisor's own practice, and how it behaves. */
export function SettingsScreen() {
  const practice = usePractice()
  if (practice === undefined) return null
  return (
    <Page title={text.title} lead={text.intro}>
      <PracticeForm practice={practice} />
    </Page>
  )
}
