import { useState } from 'react'
import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { registerText as text } from '../../locale/organisations.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { RegisterTable } from './register-table.tsx'
import { RegisterTake } from './register-take.tsx'
import { useRegisterSearch } from './use-register-search.ts'

/** Finds rows of the register, by name or by holder, to take over. */
export function RegisterSearch({ organisationId, startsOn }: { organisationId: Id; startsOn: CalendarDate }) {
  const [query, setQuery] = useState('')
  const [holder, setHolder] = useState<string | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [round, setRound] = useState(0)
  const found = useRegisterSearch(query, holder, round)

  const matches = found?.matches ?? []
  const free = matches.filter(({ taken }) => !taken).map(({ row }) => row.lrkNumber)
  const areAllChosen = free.length > 0 && free.every((number) => chosen.has(number))
  const choose = (numbers: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen)
    for (const number of numbers) {
      if (isChosen) next.add(number)
      else next.delete(number)
    }
    setChosen(next)
  }
  // The empty holder of rows without one cannot be the key of a choice.
  const holders = (found?.holders ?? []).filter((one) => one.holder !== '')
  return (
    <>
      <SearchField
        label={text.searchLabel}
        value={query}
        onChange={(typed) => {
          setQuery(typed)
          setHolder(null)
        }}
        autoFocus
      />
      {found === null && <p className="quiet">{text.searchHint}</p>}
      {found !== null && (
        <>
          <p role="status">{text.found(found.total, found.holders, holder)}</p>
          {(found.holders.length > 1 || holder !== null) && (
            <ComboField
              label={text.holders}
              value={holder}
              onChange={setHolder}
              choices={holders.map(({ holder: value, count }) => ({
                value,
                label: text.holderCount(value, count),
              }))}
              placeholder={text.allHolders}
              isOptional
            />
          )}
        </>
      )}
      {matches.length > 0 && (
        <>
          <RegisterTake
            organisationId={organisationId}
            startsOn={startsOn}
            chosen={chosen}
            onTaken={() => {
              setChosen(new Set())
              setRound(round + 1)
            }}
          />
          {free.length > 0 && (
            <Checkbox
              isSelected={areAllChosen}
              onChange={(isChosen) => {
                choose(free, isChosen)
              }}
            >
              {text.chooseAll(free.length)}
            </Checkbox>
          )}
          {found !== null && found.total > matches.length && (
            <Notice>{text.firstShown(matches.length)}</Notice>
          )}
          <RegisterTable matches={matches} chosen={chosen} onChoose={choose} />
        </>
      )}
    </>
  )
}
