import { useState } from 'react'
import { useLocation } from 'wouter'
import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type Location } from '#shared/organisations/location.ts'
import { passesLrkCheck } from '#shared/organisations/lrk-number.ts'
import { shortDate } from '../../locale/dates.ts'
import { locationsText as text } from '../../locale/organisations.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Section } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { locationRows } from './location-rows.ts'
import { paths } from './paths.ts'

/** So many that a search is quicker than the eye. */
const MANY = 15

function columnsFor(organisationId: Id): Column<Location>[] {
  return [
    {
      key: 'name',
      heading: text.columns.name,
      cell: (location) => (
        <TextLink to={paths.location(organisationId, location.id)}>{location.name}</TextLink>
      ),
    },
    {
      key: 'lrkNumber',
      heading: text.columns.lrkNumber,
      cell: (location) =>
        passesLrkCheck(location.lrkNumber)
          ? location.lrkNumber
          : `${location.lrkNumber} (${text.failsCheckShort})`,
    },
    { key: 'type', heading: text.columns.type, cell: (location) => location.type },
    { key: 'costCentre', heading: text.columns.costCentre, cell: (location) => location.costCentre },
    {
      key: 'joinedOn',
      heading: text.columns.joinedOn,
      cell: (location) => <time dateTime={location.joinedOn}>{shortDate(location.joinedOn)}</time>,
    },
    {
      key: 'leftOn',
      heading: text.columns.leftOn,
      cell: (location) =>
        location.leftOn !== null && <time dateTime={location.leftOn}>{shortDate(location.leftOn)}</time>,
    },
  ]
}

/** The locations of one organisation, those that left behind a fold. */
export function LocationsSection({
  organisationId,
  locations,
  today,
}: {
  organisationId: Id
  locations: readonly Location[]
  today: CalendarDate
}) {
  const [query, setQuery] = useState('')
  const [, navigate] = useLocation()
  const { present, left } = locationRows(locations, query, today)
  const columns = columnsFor(organisationId)
  const add = (
    <div className="page-actions">
      <Button
        onPress={() => {
          navigate(paths.register(organisationId))
        }}
      >
        {text.fromRegister}
      </Button>
      <Button
        onPress={() => {
          navigate(paths.newLocation(organisationId))
        }}
      >
        {text.add}
      </Button>
    </div>
  )
  if (locations.length === 0)
    return (
      <Section title={text.title}>
        <p>{text.none}</p>
        {add}
      </Section>
    )
  return (
    <Section title={text.titleWithCount(present.length)}>
      {add}
      {locations.length > MANY && <SearchField label={text.searchLabel} value={query} onChange={setQuery} />}
      {present.length > 0 && (
        <Table
          caption={text.tableLabel}
          columns={columns}
          rows={present}
          rowKey={(location) => location.id}
        />
      )}
      {present.length + left.length === 0 && <p>{text.noneFound(query)}</p>}
      {left.length > 0 && (
        <Fold title={text.left(left.length)}>
          <Table
            caption={text.left(left.length)}
            columns={columns}
            rows={left}
            rowKey={(location) => location.id}
          />
        </Fold>
      )}
    </Section>
  )
}
