import { casesText } from '../../locale/cases.ts'
import { longDate } from '../../locale/dates.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { useOrganisationNames } from '../../working-set/organisations.ts'
import { useRows } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'
import { attentionIn } from './attention.ts'
import { WaitingList } from './waiting-list.tsx'

/** A list in time of what waits. */
export function TodayScreen() {
  const { today: text } = casesText
  const today = useToday()
  const cases = useRows('cases')
  const organisationNames = useOrganisationNames()
  const { late, dueToday, thisWeek, later, silent } = attentionIn(cases ?? [], today)
  const isEmpty = [late, dueToday, thisWeek, later, silent].every((list) => list.length === 0)
  const shared = { organisationNames }
  return (
    <Page title={text.title} lead={longDate(today)}>
      {cases !== undefined && isEmpty && <EmptyState>{text.empty}</EmptyState>}
      <WaitingList title={text.late} cases={late} isLate {...shared} />
      <WaitingList title={text.dueToday} cases={dueToday} {...shared} />
      <WaitingList title={text.thisWeek} cases={thisWeek} {...shared} />
      <WaitingList title={text.later} cases={later} {...shared} />
      <WaitingList title={text.silent} hint={text.silentHint} cases={silent} {...shared} />
    </Page>
  )
}
