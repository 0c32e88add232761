import { type ListedGiven } from '#shared/contracts/contribution-commands.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { contributionText } from '../../locale/contributions.ts'
import { ask } from '../../working-set/client.ts'
import { LinesWithAWayBack } from './lines-with-a-way-back.tsx'

const text = contributionText.given

type Props = { given: readonly ListedGiven[]; onTaken: () => void }

/** What was sealed for a colleague, each with the way back for a file that nobody got. */
export function GivenList({ given, onTaken }: Props) {
  return (
    <LinesWithAWayBack
      list={text.list}
      items={given}
      item={text.item}
      button={text.never}
      buttonOf={text.neverOf}
      title={text.neverTitle}
      explain={() => text.neverExplain}
      confirm={text.neverConfirm}
      takeBack={async ({ id }) => {
        const answer = await ask('contribution.neverGiven', { id })
        return isRefusal(answer) ? answer : null
      }}
      done={text.taken}
      onDone={onTaken}
    />
  )
}
