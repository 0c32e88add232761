import './organisation-list.css'
import { Fragment, useState } from 'react'
import { useLocation } from 'wouter'
import { longDate } from '../../locale/dates.ts'
import { organisationsText as text } from '../../locale/organisations.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useRows } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'
import { type ContractState } from './contract-state.ts'
import { type OrganisationRow, organisationSections } from './organisation-sections.ts'
import { paths } from './paths.ts'

function contractWords(contract: ContractState): string {
  switch (contract.state) {
    case 'none':
      return text.contract.none
    case 'running':
      return text.contract.running
    case 'future':
      return text.contract.future(longDate(contract.from))
    case 'ending':
      return text.contract.ending(longDate(contract.until))
    case 'ended':
      return text.contract.ended(longDate(contract.until))
  }
}

const columns: Column<OrganisationRow>[] = [
  {
    key: 'name',
    heading: text.columns.name,
    cell: (row) => <TextLink to={paths.organisation(row.id)}>{row.name}</TextLink>,
  },
  { key: 'city', heading: text.columns.city, cell: (row) => row.city },
  { key: 'contract', heading: text.columns.contract, cell: (row) => contractWords(row.contract) },
  { key: 'locations', heading: text.columns.locations, cell: (row) => row.locations, align: 'end' },
]

/** All organisations, under the concern that they belong to. */
export function OrganisationList() {
  const [query, setQuery] = useState('')
  const [, navigate] = useLocation()
  const today = useToday()
  const groups = useRows('groups')
  const organisations = useRows('organisations')
  const locations = useRows('locations')
  const engagements = useRows('engagements')

  const add = (
    <Button
      variant="primary"
      onPress={() => {
        navigate(paths.newOrganisation)
      }}
    >
      {text.add}
    </Button>
  )
  if (!groups || !organisations || !locations || !engagements) return <Page title={text.title}>{null}</Page>
  if (organisations.length === 0)
    return (
      <Page title={text.title}>
        <EmptyState action={add}>{text.empty}</EmptyState>
      </Page>
    )

  const sections = organisationSections({ groups, organisations, locations, engagements }, query, today)
  return (
    <Page title={text.title} actions={add}>
      <SearchField label={text.searchLabel} value={query} onChange={setQuery} />
      {sections.length === 0 && <p>{text.noneFound(query)}</p>}
      {sections.map(({ group, rows }) => {
        const name = group?.name ?? text.withoutGroup
        const table = (
          <div className="organisation-list">
            <Table caption={name} columns={columns} rows={rows} rowKey={(row) => row.id} />
          </div>
        )
        const key = group?.id ?? 'none'
        // A heading "without a concern" over the only list would be about nothing.
        if (group === null && sections.length === 1) return <Fragment key={key}>{table}</Fragment>
        return (
          <Section key={key} title={name}>
            {table}
          </Section>
        )
      })}
    </Page>
  )
}
