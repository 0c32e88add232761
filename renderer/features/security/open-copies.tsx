import { useState } from 'react'
import { type CopyName, type CopyOutOfReach, type Destruction } from '#shared/casework/destruction.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { placeOfCopy } from '../../locale/safety-documents.ts'
import { momentWords } from '../../locale/moment.ts'
import { securityText } from '../../locale/security.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { SecretDialog } from '../../ui/secret/secret-dialog.tsx'
import { Table } from '../../ui/table.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { useRows } from '../../working-set/rows.ts'

/** A copy that is not gone yet, and the destructions that wait for it: one backup may hold what several destroyed. */
type OpenCopy = CopyOutOfReach & { waiting: readonly Destruction[] }

function openCopiesOf(destructions: readonly Destruction[]): OpenCopy[] {
  const copies = new Map<string, OpenCopy>()
  for (const destruction of destructions)
    for (const copy of destruction.copiesOutOfReach.filter(({ goneOn }) => goneOn === null)) {
      const key = keyOf(copy)
      copies.set(key, { ...copy, waiting: [...(copies.get(key)?.waiting ?? []), destruction] })
    }
  return [...copies.values()]
}

function keyOf({ targetId, target, fileName }: CopyName): string {
  return `${targetId ?? ''}/${target}/${fileName}`
}

/** Copies that still hold what was destroyed, because nobody could reach them; none: nothing is shown. */
export function OpenCopies() {
  const { openCopies: text } = securityText
  const copies = openCopiesOf(useRows('destructions') ?? [])
  const [confirming, setConfirming] = useState<OpenCopy | null>(null)
  if (copies.length === 0) return null

  const confirm = async ({ targetId, target, fileName }: OpenCopy, secret: TypedSecret) => {
    const answer = await ask('destruction.confirmGone', { targetId, target, fileName, secret })
    if (isRefusal(answer)) return answer
    setConfirming(null)
    showToast(text.confirmed)
    return null
  }

  return (
    <Section title={text.title}>
      <p>{text.lead}</p>
      <Table
        caption={text.caption}
        rows={copies}
        rowKey={keyOf}
        columns={[
          { key: 'target', heading: text.columns.target, cell: (copy) => placeOfCopy(copy) },
          { key: 'fileName', heading: text.columns.fileName, cell: ({ fileName }) => fileName },
          {
            key: 'madeAt',
            heading: text.columns.madeAt,
            cell: ({ madeAt }) => momentWords(madeAt, new Date()),
          },
          {
            key: 'of',
            heading: text.columns.of,
            cell: ({ waiting }) => [...new Set(waiting.map(({ reference }) => reference))].join(', '),
          },
          {
            key: 'acts',
            heading: text.columns.acts,
            align: 'end',
            cell: (copy) => (
              <Button
                variant="plain"
                label={text.goneOf(copy.fileName)}
                onPress={() => {
                  setConfirming(copy)
                }}
              >
                {text.gone}
              </Button>
            ),
          },
        ]}
      />
      {confirming !== null && (
        <SecretDialog
          title={text.goneTitle}
          action={text.gone}
          onSubmit={(secret) => confirm(confirming, secret)}
          onClose={() => {
            setConfirming(null)
          }}
        >
          {confirming.kind === 'vault'
            ? text.vaultGoneBody(confirming.fileName)
            : text.goneBody(confirming.fileName, confirming.target)}
        </SecretDialog>
      )}
    </Section>
  )
}
