import { type securityText } from '../../locale/security.ts'
import { Stack } from '../../ui/page.tsx'
import { SaveDocument } from '../../ui/save-document.tsx'
import { savePdf } from './save-pdf.ts'

type Props = {
  words: (typeof securityText)['recoveryKey' | 'envelope']['sheet']
  fileName: string
  /** The sheet as a PDF file, or `null` when it could not be made. */
  onMake: () => Promise<Uint8Array | null>
}

/** Saves a sheet that holds a secret, after saying so. */
export function SaveSecretSheet({ words, fileName, onMake }: Props) {
  return (
    <Stack>
      <p>{words.secret}</p>
      <SaveDocument
        label={words.label}
        variant="ordinary"
        making={words.making}
        saved={words.saved}
        notSaved={words.notSaved}
        onSave={async () => {
          const made = await onMake()
          return made === null ? { refused: 'not-made' as const } : savePdf(made, fileName)
        }}
      />
    </Stack>
  )
}
