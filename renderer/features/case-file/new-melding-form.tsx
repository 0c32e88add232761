import { useCallback, useEffect, useRef, useState } from 'react'
import { useWatch, type DefaultValues } from 'react-hook-form'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { casesText } from '../../locale/cases.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { FormNumber } from '../../ui/form/form-amounts.tsx'
import { FormArea } from '../../ui/form/form-text.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { localToday } from '../../working-set/today.ts'
import { useTypedAgain } from '../../working-set/typed-again.ts'
import { useDraft } from '../../working-set/use-draft.ts'
import { MoreFields } from './more-fields.tsx'
import { NEW_ORGANISATION, NewMelding, type NewMeldingInput } from './new-melding.ts'
import { OrganisationFields } from './organisation-fields.tsx'
import { startCase } from './start-case.ts'
import { useDraftOfRest } from './use-draft-of-rest.ts'
import { WhoAndWhatFields } from './who-and-what-fields.tsx'

type Props = {
  draft: string
  /** By name; with none the first one is made along with the case. */
  organisations: readonly Organisation[]
  onStarted: (started: { id: string; reference: string }) => void
}

const USUAL_MINUTES = 30
const ALWAYS_SEEN = new Set(['organisationId', 'melderRole', 'subjects', 'discriminationGrounds'])

function startingValues(draft: string, hasOrganisations: boolean): DefaultValues<NewMeldingInput> {
  return {
    minutes: USUAL_MINUTES,
    newOrganisationName: '',
    details: {
      ...(hasOrganisations ? {} : { organisationId: NEW_ORGANISATION }),
      locationId: null,
      firstContactOn: localToday(),
      channel: 'phone',
      position: 'reporting',
      anonymous: false,
      subjects: [],
      discriminationGrounds: [],
      accusedRole: 'unknown',
      privacyToldOn: null,
      sameMelderAs: null,
      sameAccusedAs: null,
      label: '',
    },
    note: draft,
  }
}

/** First the note, then where, who and about what; the rest is folded away and can wait. */
export function NewMeldingForm({ draft, organisations, onStarted }: Props) {
  const { newMelding: text, fields } = casesText
  const { keep, forget } = useDraft('new-case')
  const begins = startingValues(draft, organisations.length > 0)
  const rest = useDraftOfRest({ form: 'new-melding', id: null }, begins)
  const form = useRecordForm<NewMeldingInput, NewMelding>(NewMelding, begins)
  const { control } = form
  const note = useWatch({ control, name: 'note' })
  const [isUnfolded, setUnfolded] = useState(false)
  const { errors } = form.formState
  // What is wrong in the folded part has to be seen.
  const isWrongInside = Object.keys(errors.details ?? {}).some((name) => !ALWAYS_SEEN.has(name))

  const lastKept = useRef(draft)
  const { setValue } = form
  useTypedAgain(
    'new-case',
    useCallback(
      (text: string) => {
        lastKept.current = text
        setValue('note', text)
      },
      [setValue],
    ),
  )

  useEffect(() => {
    if (note === lastKept.current) return
    lastKept.current = note
    keep(note)
  }, [note, keep])

  return (
    <RecordForm
      form={form}
      isLeftFreely
      draft={rest}
      onSubmit={async (values) => {
        forget()
        const answer = await startCase(values)
        if ('refused' in answer) keep(values.note)
        else onStarted(answer)
        return answer
      }}
      actions={
        <Button type="submit" variant="primary">
          {text.action}
        </Button>
      }
    >
      <FormArea
        control={control}
        name="note"
        label={text.note}
        placeholder={text.notePlaceholder}
        description={text.draftKept}
        rows={5}
        autoFocus
      />
      <OrganisationFields organisations={organisations} />
      <WhoAndWhatFields />
      <Fold
        title={text.more}
        isOpen={isUnfolded || isWrongInside || errors.minutes !== undefined}
        onOpenChange={setUnfolded}
      >
        <FormNumber control={control} name="minutes" label={fields.minutes} minValue={1} maxValue={1440} />
        <MoreFields ownId={null} />
      </Fold>
    </RecordForm>
  )
}
