import { useCallback, useEffect, useMemo, useState } from 'react'
import { type ListedFigure } from '#shared/contracts/report-commands.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type Location } from '#shared/organisations/location.ts'
import { ledgerText as text } from '../../locale/ledger.ts'
import { type LocationNames } from '../../locale/report-words.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { ask } from '../../working-set/client.ts'
import { useOrganisationNames } from '../../working-set/organisations.ts'
import { useRows } from '../../working-set/rows.ts'
import { CorrectFigure } from './correct-figure.tsx'
import { EnterByHand } from './enter-by-hand.tsx'
import { paths } from './paths.ts'

/** A document in which figures were handed over, with all of them. */
type HandedOver = { reportId: string; figures: ListedFigure[] }

type Ledger = { documents: HandedOver[]; replaced: ReadonlySet<string>; isWhole: boolean }

/** True for figures that were typed in and still hold. */
function mayChange({ byHand, isWithdrawn, hash }: ListedFigure, { replaced }: Ledger): boolean {
  return byHand && isWithdrawn === undefined && !replaced.has(hash)
}

const columnsWith = (locations: readonly Location[]): Column<ListedFigure>[] => [
  {
    key: 'what',
    heading: text.columns.what,
    cell: (figure) => text.counted(figure, namesIn(figure, locations)),
  },
  { key: 'period', heading: text.columns.period, cell: (figure) => text.period(figure.period) },
  { key: 'page', heading: text.columns.page, cell: (figure) => figure.page },
  { key: 'value', heading: text.columns.value, cell: (figure) => text.value(figure.value), align: 'end' },
]

/** For figures that were typed in: what became of them, and the way to correct them. */
const correcting = (
  ledger: Ledger,
  locations: readonly Location[],
  onCorrect: (figure: ListedFigure) => void,
): Column<ListedFigure> => ({
  key: 'became',
  align: 'end',
  heading: text.columns.became,
  cell: (figure) => (
    <>
      {text.became(figure, ledger.replaced)}{' '}
      {mayChange(figure, ledger) && (
        <Button
          variant="plain"
          label={text.correctThis(text.counted(figure, namesIn(figure, locations)))}
          onPress={() => {
            onCorrect(figure)
          }}
        >
          {text.correct}
        </Button>
      )}
    </>
  ),
})

/** The locations of everybody whom a figure counts, by what figures call them. */
function namesIn({ organisationId, among }: ListedFigure, locations: readonly Location[]): LocationNames {
  const counted = among ?? [organisationId]
  return locations
    .filter((location) => counted.includes(location.organisationId))
    .map(({ id, name, address }) => ({ id, name, place: address.city }))
}

/** Every figure that was ever handed over, by document, and the way to write down those of before Luwte. */
export function LedgerScreen() {
  const [ledger, setLedger] = useState<Ledger | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [removing, setRemoving] = useState<HandedOver | null>(null)
  const [wrong, setWrong] = useState<ListedFigure | null>(null)
  const names = useOrganisationNames()
  const locations = useRows('locations')
  const columns = useMemo(() => columnsWith(locations ?? []), [locations])

  const load = useCallback(() => {
    void ask('ledger.list', { organisationId: null }).then((answer) => {
      setRefusal(isRefusal(answer) ? answer : null)
      if (isRefusal(answer)) return
      const { figures, isWhole } = answer
      const replaced = new Set(figures.flatMap(({ replaces }) => replaces ?? []))
      setLedger({ documents: byDocument(figures), replaced, isWhole })
    })
  }, [])
  useEffect(load, [load])

  const remove = async (document: HandedOver) => {
    setRemoving(null)
    const answer = await ask('ledger.remove', { reportId: document.reportId })
    if (isRefusal(answer)) setRefusal(answer)
    else load()
  }

  return (
    <Page title={text.title} lead={<TextLink to={paths.all}>{text.back}</TextLink>}>
      <p>{text.explain}</p>
      <RefusalNotice refusal={refusal} />
      {ledger === null || locations === undefined ? (
        <Progress label={text.loading} />
      ) : (
        <>
          {!ledger.isWhole && (
            <Notice tone="danger" title={text.brokenTitle}>
              {text.broken}
            </Notice>
          )}
          <EnterByHand onEntered={load} />
          {ledger.documents.length === 0 && <EmptyState>{text.empty}</EmptyState>}
          {ledger.documents.map((document) => {
            const [first] = document.figures
            if (first === undefined) return null
            const name = names.get(first.organisationId) ?? text.organisationGone
            return (
              <Section key={document.figures[0]?.id} title={text.documentTitle(first, name)}>
                <p className="quiet">{text.handedOver(first)}</p>
                <Table
                  caption={text.documentTitle(first, name)}
                  columns={first.byHand ? [...columns, correcting(ledger, locations, setWrong)] : columns}
                  rows={document.figures}
                  rowKey={({ id }) => id}
                />
                {document.figures.some((figure) => mayChange(figure, ledger)) && (
                  <div>
                    <Button
                      onPress={() => {
                        setRemoving(document)
                      }}
                    >
                      {text.remove}
                    </Button>
                  </div>
                )}
              </Section>
            )
          })}
        </>
      )}
      {wrong !== null && (
        <CorrectFigure
          figure={wrong}
          counted={text.counted(wrong, namesIn(wrong, locations ?? []))}
          onCorrected={() => {
            setWrong(null)
            load()
          }}
          onClose={() => {
            setWrong(null)
          }}
        />
      )}
      <ConfirmDialog
        title={text.removeTitle}
        isOpen={removing !== null}
        action={text.removeConfirm}
        isDangerous
        onConfirm={() => {
          if (removing !== null) void remove(removing)
        }}
        onClose={() => {
          setRemoving(null)
        }}
      >
        {text.removeExplain}
      </ConfirmDialog>
    </Page>
  )
}

/** The latest document first. */
function byDocument(figures: readonly ListedFigure[]): HandedOver[] {
  const documents = new Map<string, ListedFigure[]>()
  for (const figure of figures) {
    const key = [figure.reportId, figure.organisationId, figure.document, figure.recipient].join(' ')
    documents.set(key, [...(documents.get(key) ?? []), figure])
  }
  return [...documents.values()]
    .map((each) => ({ reportId: each[0]?.reportId ?? '', figures: each }))
    .reverse()
}
