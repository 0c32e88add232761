import { useEffect, useRef } from 'react'
import { conversationText } from '../../../locale/conversation.ts'
import { Button } from '../../../ui/button.tsx'
import { useSaving } from '../../../working-set/saving.ts'
import { LONGEST_PAUSE_MINUTES, wholeMinutes } from './conversation-length.ts'
import { changeConversation, endOrGoOn, type Conversation } from './conversation.ts'
import { useLasted } from './use-lasted.ts'
import { useLockWarning } from './use-lock-warning.ts'

/** The one line under the note, for what has to be known although somebody is talking. */
function QuietLine({ conversation, minutes }: { conversation: Conversation; minutes: number }) {
  const saving = useSaving()
  const locksIn = useLockWarning()
  const isKept = saving === null || 'saved' in saving
  const text = !isKept
    ? conversationText.notKept
    : locksIn !== null
      ? conversationText.locksSoon(locksIn)
      : minutes >= LONGEST_PAUSE_MINUTES
        ? conversationText.clockRuns
        : conversation.isResumed
          ? conversationText.resumed
          : ''
  return (
    <p className="quiet" role="status">
      {text}
    </p>
  )
}

/** One large note and nothing that asks for attention. */
export function Talking({ conversation, belongsTo }: { conversation: Conversation; belongsTo: string }) {
  const { note, before, startedAt } = conversation
  const minutes = wholeMinutes(useLasted(startedAt))
  const field = useRef<HTMLTextAreaElement | null>(null)

  useEffect(() => {
    const element = field.current
    if (element === null) return
    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
    element.scrollTop = element.scrollHeight
  }, [before])

  return (
    <main className="conversation">
      <header className="conversation-head">
        <h1 className="conversation-title">
          <span className="visually-hidden">{conversationText.name}: </span>
          {belongsTo}
        </h1>
        <span className="quiet number">{conversationText.lasted(minutes)}</span>
        <Button onPress={endOrGoOn}>{conversationText.end}</Button>
      </header>
      <textarea
        ref={field}
        className="conversation-note"
        aria-label={conversationText.note}
        autoComplete="off"
        spellCheck="false"
        value={note}
        onChange={(event) => {
          changeConversation({ note: event.target.value })
        }}
      />
      <QuietLine conversation={conversation} minutes={minutes} />
    </main>
  )
}
