import './cases.css'
import { useState } from 'react'
import { casesText } from '../../locale/cases.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { RadioField } from '../../ui/radio-field.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useOrganisationNames } from '../../working-set/organisations.ts'
import { useRows } from '../../working-set/rows.ts'
import { caseRows, type StateFilter } from './case-rows.ts'
import { CasesTable } from './cases-table.tsx'
import { useTextHits } from './use-text-hits.ts'

const AT_ONCE = 100

function emptySentence(total: number, query: string): string {
  if (total === 0) return casesText.list.none
  return query.trim() === '' ? casesText.list.noOpen : casesText.list.noHits
}

/** All cases, found by typing. */
export function CasesScreen() {
  const { list: text } = casesText
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<StateFilter>('open')
  const [shown, setShown] = useState(AT_ONCE)
  const cases = useRows('cases')
  const names = useOrganisationNames()
  const hits = useTextHits(query)
  if (cases === undefined) return <Page title={text.title}>{null}</Page>

  const rows = caseRows(cases, names, filter, query, hits)
  const rest = rows.length - shown
  const elsewhere = query.trim() === '' ? 0 : caseRows(cases, names, 'all', query, hits).length - rows.length
  return (
    <Page title={text.title} lead={text.count(rows.length)}>
      <div className="cases-tools">
        <SearchField label={text.search} placeholder={text.searchHint} value={query} onChange={setQuery} />
        <RadioField<StateFilter>
          label={text.states.label}
          value={filter}
          onChange={(chosen) => {
            if (chosen !== null) setFilter(chosen)
          }}
          width="ordinary"
          layout="row"
          choices={[
            { value: 'open', label: text.states.open },
            { value: 'closed', label: text.states.closed },
            { value: 'all', label: text.states.all },
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState>{emptySentence(cases.length, query)}</EmptyState>
      ) : (
        <CasesTable rows={rows.slice(0, shown)} />
      )}
      {elsewhere > 0 && (
        <div>
          {text.elsewhere(elsewhere)}{' '}
          <Button
            variant="plain"
            onPress={() => {
              setFilter('all')
            }}
          >
            {text.showAll}
          </Button>
        </div>
      )}
      {rest > 0 && (
        <div>
          <Button
            onPress={() => {
              setShown(shown + AT_ONCE)
            }}
          >
            {text.more(Math.min(rest, AT_ONCE))}
          </Button>
        </div>
      )}
    </Page>
  )
}
