import { useCallback, useEffect, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { type CaseFile } from '#shared/casework/case-file.ts'
import { casesText } from '../../locale/cases.ts'
import { Button } from '../../ui/button.tsx'
import { FormRadio } from '../../ui/form/form-choices.tsx'
import { FormArea } from '../../ui/form/form-text.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { localToday } from '../../working-set/today.ts'
import { useTypedAgain } from '../../working-set/typed-again.ts'
import { useDraft } from '../../working-set/use-draft.ts'
import { EntryFields } from './entry-fields.tsx'
import { EntryForm, newEntry, type EntryInput } from './entry-form.ts'
import { useDraftOfRest } from './use-draft-of-rest.ts'

type Props = { caseFile: CaseFile; draft: string }

/** A closed case takes aftercare and nothing else. */
function emptyEntry(caseFile: CaseFile, note: string): EntryInput {
  if (caseFile.closing === null) return newEntry('contact', localToday(), note)
  return { ...newEntry('intervention', localToday(), note), rung: 'aftercare' }
}

/**
 * The note field that is always open. Typing starts a contact of today, which can become a step; what is typed is kept
 * meanwhile. The other fields appear once there is something to keep.
 */
export function Composer({ caseFile, draft }: Props) {
  const { composer: text } = casesText
  const { keep, forget } = useDraft(caseFile.id)
  const begins = emptyEntry(caseFile, draft)
  const rest = useDraftOfRest({ form: 'new-entry', id: caseFile.id }, begins)
  const form = useRecordForm(EntryForm, begins)
  const { control, setValue } = form
  const note = useWatch({ control, name: 'note' })
  const kind = useWatch({ control, name: 'kind' })
  const lastKept = useRef(draft)
  const isClosed = caseFile.closing !== null

  useEffect(() => {
    if (note === lastKept.current) return
    lastKept.current = note
    keep(note)
  }, [note, keep])

  useTypedAgain(
    caseFile.id,
    useCallback(
      (text: string) => {
        lastKept.current = text
        setValue('note', text)
      },
      [setValue],
    ),
  )

  return (
    <div className="composer">
      <RecordForm
        form={form}
        isLeftFreely
        // What was filled in before the case was closed may be no aftercare.
        {...(isClosed ? {} : { draft: rest })}
        anew={() => emptyEntry(caseFile, '')}
        onSubmit={async (details) => {
          forget()
          const answer = await ask('entry.save', {
            caseId: caseFile.id,
            id: null,
            details,
            endsDraft: caseFile.id,
          })
          if ('refused' in answer) {
            keep(details.note)
            return answer
          }
          // Of what is typed meanwhile the whole was kept as well.
          forget()
          lastKept.current = ''
          showToast(details.kind === 'contact' ? text.savedContact : text.savedStep)
          return answer
        }}
        actions={
          note !== '' || kind === 'intervention' ? (
            <Button type="submit" variant="primary">
              {kind === 'contact' ? text.saveContact : isClosed ? text.aftercare : text.saveStep}
            </Button>
          ) : null
        }
      >
        <FormArea control={control} name="note" label={text.note} placeholder={text.placeholder} rows={3} />
        {!isClosed && (
          <FormRadio
            control={control}
            name="kind"
            label={text.mode}
            layout="row"
            choices={[
              { value: 'contact', label: text.contact },
              { value: 'intervention', label: text.step },
            ]}
          />
        )}
        {(note !== '' || kind === 'intervention') && <EntryFields />}
      </RecordForm>
    </div>
  )
}
