import { useLocation } from 'wouter'
import { type Group, type Organisation } from '#shared/organisations/organisation.ts'
import { organisationText as text } from '../../locale/organisations.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/page.tsx'
import { paths } from './paths.ts'

/** What is known about the organisation itself; what is not filled in stays out of sight. */
export function DetailsSection({ organisation, group }: { organisation: Organisation; group: Group | null }) {
  const [, navigate] = useLocation()
  const { street, postcode, city } = organisation.address
  const isComplete = street !== '' && postcode !== '' && city !== ''
  const address = [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const facts = [
    { name: text.fields.group, value: group?.name ?? '' },
    {
      name: text.address,
      value: isComplete ? address : [address, text.incomplete].filter(Boolean).join('. '),
    },
    { name: text.fields.kvkNumber, value: organisation.kvkNumber ?? '' },
    { name: text.fields.vatId, value: organisation.vatId },
    { name: text.fields.contactName, value: organisation.contactName },
    { name: text.fields.contactEmail, value: organisation.contactEmail },
    { name: text.fields.invoiceEmail, value: organisation.invoiceEmail },
    { name: text.fields.purchaseReference, value: organisation.purchaseReference },
  ].filter(({ value }) => value !== '')
  return (
    <Section title={text.detailsTitle}>
      <Facts facts={facts} />
      <div>
        <Button
          onPress={() => {
            navigate(paths.details(organisation.id))
          }}
        >
          {text.changeDetails}
        </Button>
      </div>
    </Section>
  )
}
