import { useFormContext, useWatch } from 'react-hook-form'
import { STEP_OUTCOMES } from '#shared/casework/entry.ts'
import { type Consent, CONSENTS, DESTINATIONS, isOutward, RUNGS } from '#shared/casework/ladder.ts'
import { casesText } from '../../locale/cases.ts'
import { choicesFrom, vocabulary } from '../../locale/vocabulary.ts'
import { FormDate } from '../../ui/form/form-amounts.tsx'
import { FormRadio, FormSelect } from '../../ui/form/form-choices.tsx'
import { FormText } from '../../ui/form/form-text.tsx'
import { Row } from '../../ui/page.tsx'
import { hasDestination, type EntryInput } from './entry-form.ts'

/** A step outward never needs no consent. */
const GIVEN_OR_NOT: readonly Consent[] = CONSENTS.filter((consent) => consent !== 'not-needed')

/** What a step has and a contact has not. Consent and to whom are asked where the step reaches somebody else. */
export function StepFields() {
  const { entry: text } = casesText
  const { control } = useFormContext<EntryInput>()
  const rung = useWatch({ control, name: 'rung' })
  return (
    <>
      <FormSelect
        control={control}
        name="rung"
        label={text.rung}
        choices={choicesFrom(RUNGS, vocabulary.rung)}
      />
      {isOutward(rung) && (
        <FormRadio
          control={control}
          name="consent"
          label={text.consent}
          choices={choicesFrom(GIVEN_OR_NOT, vocabulary.consent)}
        />
      )}
      {hasDestination(rung) && (
        <FormSelect
          control={control}
          name="destination"
          label={text.destination}
          choices={choicesFrom(DESTINATIONS, vocabulary.destination)}
        />
      )}
      <FormText
        control={control}
        name="participants"
        label={text.participants}
        description={text.participantsHint}
        isOptional
      />
      <Row>
        <FormSelect
          control={control}
          name="outcome"
          label={text.outcome}
          choices={choicesFrom(STEP_OUTCOMES, vocabulary.stepOutcome)}
        />
        <FormDate
          control={control}
          name="followUpOn"
          label={text.followUpOn}
          description={text.followUpHint}
          isOptional
        />
      </Row>
    </>
  )
}
