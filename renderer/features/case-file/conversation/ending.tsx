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
import { useRecordForm } from '../../../ui/form/use-record-form.ts'
import { Page, Row, Section } from '../../../ui/page.tsx'
import { useRows } from '../../../working-set/rows.ts'
import { otherCaseChoices } from '../other-case-choices.ts'
import { paths } from '../paths.ts'
import { endOrGoOn, leaveConversation, type Conversation } from './conversation.ts'
import { caseOf } from './draft-at.ts'
import { proposedMinutes, wholeMinutes } from './conversation-length.ts'
import { conversationEntry, EndingForm, WAYS_TO_END } from './ending-form.ts'
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

  const goTo = (place: string): void => {
    navigate(place)
    leaveConversation()
  }

  const throwAway = async () => {
    const answer = await throwConversationAway(conversation)
    if (!('refused' in answer)) leaveConversation()
    return answer
  }

  const keep = async (values: EndingForm): Promise<unknown> => {
    const { keepAs: way, caseId, minutes } = values
    if (way === 'nothing') {
      if (note.trim() === '') return throwAway()
      setAsking(true)
      return {}
    }
    if (way === 'contact' && caseId !== null) {
      const state = closed.has(caseId) ? 'closed' : 'open'
      const answer = await keepAsContact(conversation, caseId, conversationEntry(conversation, values, state))
      if (!('refused' in answer)) goTo(paths.case(caseId))
      return answer
    }
    const answer = await beginMeldingWith(conversation, minutes)
    if (!('refused' in answer)) goTo(paths.newMelding)
    return answer
  }

  return (
    <main className="conversation-ending">
      <Page title={text.title} lead={text.lasted(wholeMinutes(endedAt - startedAt))}>
        <RecordForm
          form={form}
          isDraftKept
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
    </main>
  )
}
