import './conversation.css'
import { casesText } from '../../../locale/cases.ts'
import { conversationText } from '../../../locale/conversation.ts'
import { useRow } from '../../../working-set/rows.ts'
import { type Conversation } from './conversation.ts'
import { caseOf } from './draft-at.ts'
import { Ending } from './ending.tsx'
import { Talking } from './talking.tsx'
import { useConversationDraft } from './use-conversation-draft.ts'

/** A conversation on the whole window, from the first word to what is kept of it. */
export function ConversationScreen({ conversation }: { conversation: Conversation }) {
  useConversationDraft(conversation)
  const summary = useRow('cases', caseOf(conversation.about) ?? '')
  const belongsTo = summary
    ? casesText.links.other(summary.reference, summary.label)
    : conversationText.newMelding
  return conversation.endedAt === null ? (
    <Talking conversation={conversation} belongsTo={belongsTo} />
  ) : (
    <Ending conversation={conversation} endedAt={conversation.endedAt} />
  )
}
