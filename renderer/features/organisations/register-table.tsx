import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { registerText as text } from '../../locale/organisations.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { type Column, Table } from '../../ui/table.tsx'

type Match = VaultAnswer<'register.search'>['matches'][number]

function notes({ row, taken }: Match): string {
  return [
    taken ? text.taken : '',
    row.registered ? '' : text.notRegistered,
    row.passesCheck ? '' : text.failsCheck,
  ]
    .filter(Boolean)
    .join(', ')
}

/** Rows of the register, each to choose by its name; what the vault holds already cannot be chosen again. */
export function RegisterTable({
  matches,
  chosen,
  onChoose,
}: {
  matches: readonly Match[]
  chosen: ReadonlySet<string>
  onChoose: (lrkNumbers: readonly string[], isChosen: boolean) => void
}) {
  const columns: Column<Match>[] = [
    {
      key: 'name',
      heading: text.columns.name,
      cell: ({ row, taken }) =>
        taken ? (
          row.name
        ) : (
          <Checkbox
            isSelected={chosen.has(row.lrkNumber)}
            onChange={(isChosen) => {
              onChoose([row.lrkNumber], isChosen)
            }}
          >
            {row.name}
          </Checkbox>
        ),
    },
    { key: 'lrkNumber', heading: text.columns.lrkNumber, cell: ({ row }) => row.lrkNumber },
    { key: 'type', heading: text.columns.type, cell: ({ row }) => row.type },
    {
      key: 'address',
      heading: text.columns.address,
      cell: ({ row }) => [row.address.street, row.address.city].filter(Boolean).join(', '),
    },
    {
      key: 'holder',
      heading: text.columns.holder,
      cell: ({ row }) => (row.holder === '' ? text.noHolder : row.holder),
    },
    { key: 'note', heading: text.columns.note, cell: notes },
  ]
  return (
    <Table caption={text.tableLabel} columns={columns} rows={matches} rowKey={({ row }) => row.lrkNumber} />
  )
}
