import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useLocation } from 'wouter'
import { CHANNELS } from '#shared/casework/roles.ts'
import { conversationText } from '../../../locale/conversation.ts'
import { choicesFrom, vocabulary } from '../../../locale/vocabulary.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { FormNumber } from '../../../ui/form/form-amounts.tsx'
import { FormCombo, FormRadio, FormSelect } from '../../../ui/form/form-choices.tsx'
import { RecordForm } from '../../../ui/form/record-form.tsx'
import { type Unsaved, unsavedOnScreen } from '../../../ui/form/unsaved.ts'
import { useRecordForm } from '../../../ui/form/use-record-form.ts'
import { Page, Row, Section } from '../../../ui/page.tsx'
import { showToast } from '../../../ui/toast-store.ts'
import { useRows } from '../../../working-set/rows.ts'
import { otherCaseChoices } from '../other-case-choices.ts'
import { paths } from '../paths.ts'
import { endOrGoOn, leaveConversation, type Conversation } from './conversation.ts'
import { caseOf } from './draft-at.ts'
import { proposedMinutes, wholeMinutes } from './conversation-length.ts'
import { conversationEntry, EndingForm, WAYS_TO_END } from './ending-form.ts'
import { FormUnderneath, type FormUnderneathProps } from './form-underneath.tsx'
import { beginMeldingWith, keepAsContact, throwConversationAway } from './keep-conversation.ts'

type Props = { conversation: Conversation; endedAt: number }

/** What becomes of the note: a contact of a case, a new melding, or nothing. */
export function Ending({ conversation, endedAt }: Props) {
  const { ending: text } = conversationText
  const { note, startedAt } = conversation
  const [, navigate] = useLocation()
  const [isAsking, setAsking] = useState(false)
  const cases = useRows('cases') ?? []
  const own = caseOf(conversation.about)
  const organisationId = cases.find(({ id }) => id === own)?.organisationId
  const closed = new Set(cases.filter(({ state }) => state === 'closed').map(({ id }) => id))
  const choices = otherCaseChoices(cases, organisationId, null).map((choice) => ({
    ...choice,
    ...(closed.has(choice.value) ? { detail: text.closed } : {}),
  }))
  const form = useRecordForm<EndingForm, EndingForm>(EndingForm, {
    keepAs: own === null ? 'new-melding' : 'contact',
    caseId: own,
    channel: 'phone',
    minutes: proposedMinutes(endedAt - startedAt),
  })
  const { control } = form
  const keepAs = useWatch({ control, name: 'keepAs' })

  const [underneath, setUnderneath] = useState<FormUnderneathProps | null>(null)

  /** Whether she goes back to what she was doing; `null` when she does not want to keep the note just yet. */
  const askWhereTo = async (unsaved: Exclude<Unsaved, 'nothing'>): Promise<'back' | 'on' | null> => {
    const chosen = await new Promise<'back' | 'on' | null>((onChosen) => {
      setUnderneath({ unsaved, onChosen })
    })
    setUnderneath(null)
    return chosen
  }

  const throwAway = async () => {
    const answer = await throwConversationAway(conversation)
    if (!('refused' in answer)) leaveConversation()
    return answer
  }

  /** Keeps the note, and goes to where it is kept unless she goes back to what she was doing. */
  const keepAndLeave = async (values: EndingForm, goesBack: boolean) => {
    const { keepAs: way, caseId, minutes } = values
    const isContact = way === 'contact' && caseId !== null
    const answer = isContact
      ? await keepAsContact(
          conversation,
          caseId,
          conversationEntry(conversation, values, closed.has(caseId) ? 'closed' : 'open'),
        )
      : await beginMeldingWith(conversation, minutes)
    if ('refused' in answer) return answer
    if (!goesBack) navigate(isContact ? paths.case(caseId) : paths.newMelding)
    else if (!isContact) showToast(text.meldingIsReady)
    leaveConversation()
    return answer
  }

  const keep = async (values: EndingForm): Promise<unknown> => {
    if (values.keepAs === 'nothing') {
      if (note.trim() === '') return throwAway()
      setAsking(true)
      return {}
    }
    const unsaved = unsavedOnScreen()
    const whereTo = unsaved === 'nothing' ? 'on' : await askWhereTo(unsaved)
    return whereTo === null ? {} : keepAndLeave(values, whereTo === 'back')
  }

  return (
    <main className="conversation-ending">
      <Page title={text.title} lead={text.lasted(wholeMinutes(endedAt - startedAt))}>
        <RecordForm
          form={form}
          isLeftFreely
          onSubmit={keep}
          actions={
            <>
              <Button type="submit" variant={keepAs === 'nothing' ? 'danger' : 'primary'} autoFocus>
                {text.actions[keepAs]}
              </Button>
              <Button onPress={endOrGoOn}>{text.back}</Button>
            </>
          }
        >
          <FormRadio
            control={control}
            name="keepAs"
            label={text.keepAs}
            layout="row"
            choices={WAYS_TO_END.map((way) => ({ value: way, label: text.ways[way] }))}
          />
          {keepAs === 'contact' && (
            <FormCombo
              control={control}
              name="caseId"
              label={text.case}
              placeholder={text.casePlaceholder}
              choices={choices}
            />
          )}
          {keepAs !== 'nothing' && (
            <Row>
              {keepAs === 'contact' && (
                <FormSelect
                  control={control}
                  name="channel"
                  label={text.channel}
                  width="short"
                  choices={choicesFrom(CHANNELS, vocabulary.channel)}
                />
              )}
              <FormNumber
                control={control}
                name="minutes"
                label={text.minutes}
                minValue={1}
                maxValue={1440}
                width="short"
              />
            </Row>
          )}
        </RecordForm>
        <Section title={text.note}>
          {note.trim() === '' ? (
            <p className="quiet">{text.nothingWritten}</p>
          ) : (
            <p className="conversation-written">{note}</p>
          )}
        </Section>
      </Page>
      <ConfirmDialog
        title={text.confirmTitle}
        action={text.actions.nothing}
        isOpen={isAsking}
        isDangerous
        onConfirm={() => {
          setAsking(false)
          void throwAway().then((answer) => {
            if ('refused' in answer) form.setError('root.refusal', { message: answer.refused })
          })
        }}
        onClose={() => {
          setAsking(false)
        }}
      >
        <p>{text.confirmBody}</p>
      </ConfirmDialog>
      {underneath !== null && <FormUnderneath {...underneath} />}
    </main>
  )
}
