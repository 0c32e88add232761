import { casesText } from '../../locale/cases.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { ask } from '../../working-set/client.ts'
import { showToast } from '../../ui/toast-store.ts'
import { offerToPutBack } from './offer-to-put-back.ts'

/** Takes an entry away at once and offers to put it back, which asks less of her than a question beforehand. */
export async function removeEntry(id: string): Promise<void> {
  const answer = await ask('entry.remove', { id })
  if ('refused' in answer) showToast(sentenceFor(answer.refused))
  else offerToPutBack(casesText.entry.removed)
}
