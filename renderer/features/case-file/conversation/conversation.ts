import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type NoteAbout } from '#shared/contracts/draft-about.ts'
import { ask } from '../../../working-set/client.ts'
import { externalValue, useExternalValue } from '../../../working-set/external-value.ts'
import { host } from '../../../working-set/host.ts'
import { localToday } from '../../../working-set/today.ts'
import { LONGEST_PAUSE_MINUTES, pauseLeft } from './conversation-length.ts'
import { draftAt } from './draft-at.ts'

/** A conversation that is going on, or that waits to be rounded off. */
export type Conversation = {
  /** Under which draft its note is kept: that of the case or new melding it began on, or one of its own. */
  about: NoteAbout
  /** What was being typed already, with which the note begins; `null` until it is read. */
  before: string | null
  note: string
  /** On the clock of the page, which never goes back, in milliseconds. */
  startedAt: number
  startedOn: CalendarDate
  /** When it ended, on the same clock; `null` while it goes on. */
  endedAt: number | null
  /** It was cut short by the end of the program, and stands here again. */
  isResumed: boolean
}

const current = externalValue<Conversation | null>(null)

/** The conversation, or `null`. While there is one, everything else on the screen is silent. */
export function useConversation(): Conversation | null {
  return useExternalValue(current)
}

/** The conversation at this moment, for what is no part of the screen. */
export function currentConversation(): Conversation | null {
  return current.get()
}

/** Changes the conversation, if it is still there. */
export function changeConversation(change: Partial<Conversation>): void {
  const conversation = current.get()
  if (conversation !== null) current.set({ ...conversation, ...change })
}

function start(conversation: Pick<Conversation, 'about' | 'before' | 'note' | 'isResumed'>): void {
  current.set({
    ...conversation,
    startedAt: performance.now(),
    startedOn: localToday(),
    endedAt: null,
  })
  void host.pauseIdle({ minutes: LONGEST_PAUSE_MINUTES })
}

/** Begins a conversation at a place of the application; the idle clock stands still from now on. */
export function beginConversation(place: string): void {
  const about = draftAt(place)
  start({ about, before: about === 'conversation' ? '' : null, note: '', isResumed: false })
}

/** Has a conversation that was never rounded off on the screen again. */
export async function resumeConversation(): Promise<void> {
  const answer = await ask('draft.ofConversation', {})
  if ('refused' in answer || answer.draft === null || current.get() !== null) return
  start({ about: answer.draft.about, before: '', note: answer.draft.text, isResumed: true })
}

/** Nothing of it is kept here any more; what was to be kept is in the vault. */
export function leaveConversation(): void {
  current.set(null)
  void host.pauseIdle({ minutes: 0 })
}

/** Ends the conversation, or goes back to it: nothing is lost either way. One in which nothing happened just goes. */
export function endOrGoOn(): void {
  const conversation = current.get()
  if (conversation === null) return
  const now = performance.now()
  const lasted = now - conversation.startedAt
  const { note, before } = conversation
  const isUntouched = lasted < 60_000 && (note.trim() === '' || note === before)
  if (conversation.endedAt !== null) {
    void host.pauseIdle({ minutes: pauseLeft(lasted) })
    current.set({ ...conversation, endedAt: null })
  } else if (isUntouched) {
    leaveConversation()
  } else {
    void host.pauseIdle({ minutes: 0 })
    current.set({ ...conversation, endedAt: now })
  }
}
