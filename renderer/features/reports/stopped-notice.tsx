import { stoppedText as text } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Stack } from '../../ui/page.tsx'

/** Says that the figures were not made, or are still those of an earlier choice, and makes them after all. */
export function StoppedNotice({ isBehind, onAgain }: { isBehind: boolean; onAgain: () => void }) {
  return (
    <Notice tone={isBehind ? 'warn' : 'calm'} title={text.title}>
      <Stack>
        <p>{isBehind ? text.behind : text.nothing}</p>
        <div>
          <Button onPress={onAgain}>{text.again}</Button>
        </div>
      </Stack>
    </Notice>
  )
}
