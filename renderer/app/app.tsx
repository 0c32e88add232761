import { I18nProvider } from 'react-aria-components'
import { useConversation } from '../features/case-file/conversation/conversation.ts'
import { uiText } from '../locale/app.ts'
import { refusalSentence, sentenceFor } from '../locale/refusals.ts'
import { ToastRegion } from '../ui/toast-region.tsx'
import { UiWordsProvider, type UiWords } from '../ui/words.tsx'
import { FaultBoundary } from './fault-boundary.tsx'
import { HostNotices } from './host-notices.tsx'
import { LockGate } from './lock-gate.tsx'
import { QuitDialog } from './quit-dialog.tsx'

const words: UiWords = { ...uiText, sentence: sentenceFor, refusal: refusalSentence }

/** Toasts wait while somebody talks. */
function Toasts() {
  return useConversation() === null ? <ToastRegion /> : null
}

/** The whole page. */
export function App() {
  return (
    <I18nProvider locale="nl-NL">
      <UiWordsProvider words={words}>
        <FaultBoundary>
          <LockGate />
        </FaultBoundary>
        <HostNotices />
        <QuitDialog />
        <Toasts />
      </UiWordsProvider>
    </I18nProvider>
  )
}
