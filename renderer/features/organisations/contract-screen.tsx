import { contractText as text } from '../../locale/contract.ts'
import { Page } from '../../ui/page.tsx'
import { usePractice } from '../../working-set/practice.ts'
import { useRowsOf } from '../../working-set/rows.ts'
import { ContractForm } from './contract-form.tsx'
import { WithOrganisation } from './with-organisation.tsx'

/** The contract with one organisation, to lay down or change. */
export function ContractScreen({ id }: { id: string }) {
  const engagements = useRowsOf('engagements', id)
  const practice = usePractice()
  if (engagements === undefined || practice === undefined) return null
  return (
    <WithOrganisation id={id}>
      {(organisation) => (
        <Page title={text.formTitle(organisation.name)}>
          <ContractForm
            organisation={organisation}
            engagement={engagements[0] ?? null}
            pricesIncludeVat={practice.pricesIncludeVat}
          />
        </Page>
      )}
    </WithOrganisation>
  )
}
