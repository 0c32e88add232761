import { type ListedContribution } from '#shared/contracts/contribution-commands.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { contributionText as text } from '../../locale/contributions.ts'
import { ask } from '../../working-set/client.ts'
import { LinesWithAWayBack } from './lines-with-a-way-back.tsx'

type Props = { contributions: readonly ListedContribution[]; onRemoved: () => void }

/** The contributions that count, each with the way to take it out while no settled report counted it. */
export function ContributionList({ contributions, onRemoved }: Props) {
  return (
    <LinesWithAWayBack
      list={text.list}
      items={contributions}
      item={text.item}
      stays={({ isReported }) => (isReported ? text.isReported : null)}
      button={text.remove}
      buttonOf={({ from }) => text.removeOf(from)}
      title={text.removeTitle}
      explain={text.removeExplain}
      confirm={text.removeConfirm}
      isDangerous
      takeBack={async ({ id }) => {
        const answer = await ask('contribution.remove', { id })
        return isRefusal(answer) ? answer : null
      }}
      done={text.removed}
      onDone={onRemoved}
    />
  )
}
