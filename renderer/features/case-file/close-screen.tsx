import { useLocation } from 'wouter'
import { Closing, OUTCOMES, type CaseFile } from '#shared/casework/case-file.ts'
import { casesText } from '../../locale/cases.ts'
import { uiText } from '../../locale/app.ts'
import { choicesFrom, vocabulary } from '../../locale/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { FormDate } from '../../ui/form/form-amounts.tsx'
import { FormRadio } from '../../ui/form/form-choices.tsx'
import { FormText } from '../../ui/form/form-text.tsx'
import { FormCancel } from '../../ui/form/form-cancel.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Page } from '../../ui/page.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { localToday } from '../../working-set/today.ts'
import { useFormDraft } from '../../working-set/use-form-draft.ts'
import { paths } from './paths.ts'
import { useCaseTitle } from './use-case-title.ts'
import { WithCase } from './with-case.tsx'

function CloseForm({ caseFile }: { caseFile: CaseFile }) {
  const { closing: text } = casesText
  const [, navigate] = useLocation()
  const { lead } = useCaseTitle(caseFile)
  const draft = useFormDraft('closing', caseFile.id)
  const form = useRecordForm(Closing, { on: localToday(), aftercare: '' })
  const { control } = form
  const back = (): void => {
    navigate(paths.case(caseFile.id), { replace: true })
  }
  return (
    <Page title={text.title} lead={lead}>
      <p>{text.lead}</p>
      <RecordForm
        form={form}
        draft={draft}
        onSubmit={async (closing) => {
          const answer = await ask('case.close', { id: caseFile.id, closing })
          if ('refused' in answer) return answer
          showToast(text.done)
          back()
          return answer
        }}
        actions={
          <>
            <Button type="submit" variant="primary">
              {text.action}
            </Button>
            <FormCancel onPress={back}>{uiText.cancel}</FormCancel>
          </>
        }
      >
        <FormRadio
          control={control}
          name="outcome"
          label={text.outcome}
          choices={choicesFrom(OUTCOMES, vocabulary.outcome)}
        />
        <FormDate control={control} name="on" label={text.on} />
        <FormText
          control={control}
          name="aftercare"
          label={text.aftercare}
          description={text.aftercareHint}
          isOptional
        />
      </RecordForm>
    </Page>
  )
}

/** Closes a case: how it ended, on which day, and what was agreed for afterwards. */
export function CloseScreen({ id }: { id: string }) {
  return <WithCase id={id}>{({ caseFile }) => <CloseForm caseFile={caseFile} />}</WithCase>
}
