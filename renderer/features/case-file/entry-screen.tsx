import { useLocation } from 'wouter'
import { type Entry } from '#shared/casework/entry.ts'
import { casesText } from '../../locale/cases.ts'
import { uiText } from '../../locale/app.ts'
import { Button } from '../../ui/button.tsx'
import { FormArea } from '../../ui/form/form-text.tsx'
import { FormCancel } from '../../ui/form/form-cancel.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Page } from '../../ui/page.tsx'
import { ask } from '../../working-set/client.ts'
import { useFormDraft } from '../../working-set/use-form-draft.ts'
import { EntryFields } from './entry-fields.tsx'
import { EntryForm, writtenEntry } from './entry-form.ts'
import { paths } from './paths.ts'
import { whatHappened } from './what-happened.ts'
import { WithCase } from './with-case.tsx'

function ChangeEntry({ entry }: { entry: Entry }) {
  const { entry: text } = casesText
  const [, navigate] = useLocation()
  const { id, caseId, order: _order, ...details } = entry
  const draft = useFormDraft('entry', id)
  const form = useRecordForm(EntryForm, writtenEntry(details))
  const back = (): void => {
    navigate(paths.case(caseId), { replace: true })
  }
  return (
    <Page title={text.titleChange} lead={whatHappened(entry)}>
      <RecordForm
        form={form}
        draft={draft}
        onSubmit={async (changed) => {
          const answer = await ask('entry.save', { caseId, id, details: changed })
          if (!('refused' in answer)) back()
          return answer
        }}
        actions={
          <>
            <Button type="submit" variant="primary">
              {text.save}
            </Button>
            <FormCancel onPress={back}>{uiText.cancel}</FormCancel>
          </>
        }
      >
        <FormArea control={form.control} name="note" label={text.note} rows={6} autoFocus />
        <EntryFields />
      </RecordForm>
    </Page>
  )
}

/** Changes a contact or step that was written down. */
export function EntryScreen({ id, entryId }: { id: string; entryId: string }) {
  return (
    <WithCase id={id}>
      {({ entries }) => {
        const entry = entries.find((one) => one.id === entryId)
        return entry === undefined ? (
          <Page title={casesText.case.missing}>{null}</Page>
        ) : (
          <ChangeEntry entry={entry} />
        )
      }}
    </WithCase>
  )
}
