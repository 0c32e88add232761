import { useLocation } from 'wouter'
import { casesText } from '../../locale/cases.ts'
import { longDate } from '../../locale/dates.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Page } from '../../ui/page.tsx'
import { useOrganisationNames } from '../../working-set/organisations.ts'
import { useRows } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'
import { attentionIn } from './attention.ts'
import { SafetyNotice } from './safety-notice.tsx'
import { WaitingList } from './waiting-list.tsx'

/** What to do first when there is nothing yet at all. */
function Beginning() {
  const { today: text } = casesText
  const [, navigate] = useLocation()
  return (
    <EmptyState
      action={
        <FormActions>
          <Button
            variant="primary"
            onPress={() => {
              navigate('/organisaties/nieuw')
            }}
          >
            {text.addOrganisation}
          </Button>
          <Button
            onPress={() => {
              navigate('/casussen/nieuw')
            }}
          >
            {text.newMelding}
          </Button>
        </FormActions>
      }
    >
      {text.beginning}
    </EmptyState>
  )
}

/** A list in time of what waits. */
export function TodayScreen() {
  const { today: text } = casesText
  const today = useToday()
  const cases = useRows('cases')
  const organisations = useRows('organisations')
  const organisationNames = useOrganisationNames()
  const { late, dueToday, thisWeek, later, silent } = attentionIn(cases ?? [], today)
  const isEmpty = [late, dueToday, thisWeek, later, silent].every((list) => list.length === 0)
  const isNew = cases?.length === 0 && organisations?.length === 0
  const shared = { organisationNames }
  return (
    <Page title={text.title} lead={longDate(today)}>
      {isNew && <Beginning />}
      <SafetyNotice />
      {cases !== undefined && organisations !== undefined && isEmpty && !isNew && (
        <EmptyState>{text.empty}</EmptyState>
      )}
      <WaitingList title={text.late} cases={late} isLate {...shared} />
      <WaitingList title={text.dueToday} cases={dueToday} {...shared} />
      <WaitingList title={text.thisWeek} cases={thisWeek} {...shared} />
      <WaitingList title={text.later} cases={later} {...shared} />
      <WaitingList title={text.silent} hint={text.silentHint} cases={silent} {...shared} />
    </Page>
  )
}
