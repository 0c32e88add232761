import { useWatch } from 'react-hook-form'
import { useLocation } from 'wouter'
import { type CaseFile } from '#shared/casework/case-file.ts'
import { casesText } from '../../locale/cases.ts'
import { uiText } from '../../locale/app.ts'
import { Button } from '../../ui/button.tsx'
import { FormCheckbox, FormCombo } from '../../ui/form/form-choices.tsx'
import { FormCancel } from '../../ui/form/form-cancel.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { Page } from '../../ui/page.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { useOrganisations } from '../../working-set/organisations.ts'
import { useFormDraft } from '../../working-set/use-form-draft.ts'
import { ChangedDetails } from './details-form.ts'
import { MoreFields } from './more-fields.tsx'
import { paths } from './paths.ts'
import { useCaseTitle } from './use-case-title.ts'
import { useOnOtherOrganisation } from './use-on-other-organisation.ts'
import { WhoAndWhatFields } from './who-and-what-fields.tsx'
import { WithCase } from './with-case.tsx'

function DetailsForm({ caseFile }: { caseFile: CaseFile }) {
  const [, navigate] = useLocation()
  const organisations = useOrganisations()
  const { lead } = useCaseTitle(caseFile)
  const {
    id,
    reference: _reference,
    melderLink: _melder,
    accusedLink: _accused,
    closing: _closing,
    countsIn: _countsIn,
    countedAs: _countedAs,
    ...details
  } = caseFile
  const draft = useFormDraft('case-details', id)
  const form = useRecordForm(ChangedDetails, {
    details: { ...details, sameMelderAs: null, sameAccusedAs: null },
  })
  const chosen = useWatch({ control: form.control, name: 'details.organisationId' })
  useOnOtherOrganisation(chosen, () => {
    form.setValue('details.locationId', null)
  })
  const back = (): void => {
    navigate(paths.case(id), { replace: true })
  }
  return (
    <Page title={casesText.facts.title} lead={lead}>
      <RecordForm
        form={form}
        draft={draft}
        onSubmit={async (values) => {
          // Left as it was, the vault goes by the subjects: a question that turns out to be bullying is a melding.
          const isQuestion =
            values.details.isQuestion === caseFile.isQuestion ? null : values.details.isQuestion
          const answer = await ask('case.change', { id, details: { ...values.details, isQuestion } })
          if ('refused' in answer) return answer
          showToast(casesText.facts.saved)
          back()
          return answer
        }}
        actions={
          <>
            <Button type="submit" variant="primary">
              {casesText.facts.save}
            </Button>
            <FormCancel onPress={back}>{uiText.cancel}</FormCancel>
          </>
        }
      >
        <FormCombo
          control={form.control}
          name="details.organisationId"
          label={casesText.fields.organisation}
          choices={organisations.map((organisation) => ({
            value: organisation.id,
            label: organisation.name,
          }))}
        />
        <WhoAndWhatFields />
        <MoreFields ownId={id} />
        <FormCheckbox control={form.control} name="details.isQuestion">
          {casesText.fields.isQuestion}
        </FormCheckbox>
      </RecordForm>
    </Page>
  )
}

/** Changes what is known about a case. */
export function DetailsScreen({ id }: { id: string }) {
  return <WithCase id={id}>{({ caseFile }) => <DetailsForm caseFile={caseFile} />}</WithCase>
}
