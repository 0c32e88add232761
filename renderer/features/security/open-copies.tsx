import { useState } from 'react'
import { type CopyOutOfReach } from '#shared/casework/destruction.ts'
import { momentWords } from '../../locale/moment.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { securityText } from '../../locale/security.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { useRows } from '../../working-set/rows.ts'

type OpenCopy = CopyOutOfReach & { destructionId: string; reference: string }

/** Copies that still hold what was destroyed, because nobody could reach them; none: nothing is shown. */
export function OpenCopies() {
  const { openCopies: text } = securityText
  const destructions = useRows('destructions') ?? []
  const [confirming, setConfirming] = useState<OpenCopy | null>(null)
  const copies = destructions.flatMap(({ id, reference, copiesOutOfReach }) =>
    copiesOutOfReach
      .filter(({ goneOn }) => goneOn === null)
      .map((copy): OpenCopy => ({ ...copy, destructionId: id, reference })),
  )
  if (copies.length === 0) return null

  const confirm = async ({ destructionId, target, fileName }: OpenCopy): Promise<void> => {
    setConfirming(null)
    const answer = await ask('destruction.confirmGone', { id: destructionId, target, fileName })
    showToast('refused' in answer ? sentenceFor(answer.refused) : text.confirmed)
  }

  return (
    <Section title={text.title}>
      <p>{text.lead}</p>
      <Table
        caption={text.caption}
        rows={copies}
        rowKey={({ destructionId, target, fileName }) => `${destructionId} ${target} ${fileName}`}
        columns={[
          { key: 'target', heading: text.columns.target, cell: ({ target }) => target },
          { key: 'fileName', heading: text.columns.fileName, cell: ({ fileName }) => fileName },
          {
            key: 'madeAt',
            heading: text.columns.madeAt,
            cell: ({ madeAt }) => momentWords(madeAt, new Date()),
          },
          { key: 'of', heading: text.columns.of, cell: ({ reference }) => reference },
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
        <ConfirmDialog
          title={text.goneTitle}
          action={text.gone}
          isOpen
          onConfirm={() => {
            void confirm(confirming)
          }}
          onClose={() => {
            setConfirming(null)
          }}
        >
          {text.goneBody(confirming.fileName, confirming.target)}
        </ConfirmDialog>
      )}
    </Section>
  )
}
