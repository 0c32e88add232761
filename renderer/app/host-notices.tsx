import { useEffect, useState } from 'react'
import { type HostEvent } from '#shared/contracts/host.ts'
import { useConversation } from '../features/case-file/conversation/conversation.ts'
import { appText } from '../locale/app.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { host } from '../working-set/host.ts'
import { keepAllNow } from '../working-set/keep-soon.ts'

type Told = Exclude<HostEvent, { event: 'idle-warning-over' | 'quit-wanted' }>

function stay(): void {
  void host.activity()
}

/** What the program around the page tells: that it locks soon, that it locks now, that a part of it ended. */
export function HostNotices() {
  const [told, setTold] = useState<Told | null>(null)
  const isTalking = useConversation()?.endedAt === null

  useEffect(
    () =>
      host.onEvent((event) => {
        // The vault waits a moment for the last letters.
        if (event.event === 'locking') void keepAllNow()
        if (event.event !== 'quit-wanted') setTold(event.event === 'idle-warning-over' ? null : event)
      }),
    [],
  )

  if (told === null) return null
  // The conversation says so itself, in one quiet line.
  if (told.event === 'idle-warning' && isTalking) return null
  if (told.event !== 'idle-warning')
    return (
      <Dialog title={appText.ended.title} role="alertdialog" isOpen onClose={() => {}}>
        <p>{told.event === 'locking' ? appText.ended.locking : appText.ended.body}</p>
      </Dialog>
    )
  return (
    <Dialog title={appText.idle.title} role="alertdialog" isOpen onClose={stay}>
      <p>{appText.idle.body(told.seconds)}</p>
      <FormActions>
        <Button variant="primary" autoFocus onPress={stay}>
          {appText.idle.stay}
        </Button>
        <Button
          onPress={() => {
            void host.lock()
          }}
        >
          {appText.idle.lockNow}
        </Button>
      </FormActions>
    </Dialog>
  )
}
