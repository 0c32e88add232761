import { isDocumentRefusal, makeRecoverySheetPdf } from '../../documents/client.ts'
import { recoverySheetWords } from '../../locale/safety-documents.ts'
import { securityText } from '../../locale/security.ts'
import { Stack } from '../../ui/page.tsx'
import { SaveDocument } from '../../ui/save-document.tsx'
import { host } from '../../working-set/host.ts'
import { localToday } from '../../working-set/today.ts'

/** Saves the sheet of the first recovery key where the advisor says, after telling that it holds a secret. */
export function SaveRecoverySheet({ recoveryKey }: { recoveryKey: string }) {
  const { sheet: text } = securityText.recoveryKey
  return (
    <Stack>
      <p>{text.secret}</p>
      <SaveDocument
        label={text.label}
        variant="ordinary"
        making={text.making}
        saved={text.saved}
        notSaved={text.notSaved}
        onSave={async () => {
          const made = await makeRecoverySheetPdf({ recoveryKey, madeOn: localToday() })
          if (isDocumentRefusal(made)) return { refused: 'not-made' }
          return host.saveFile({
            suggestedName: recoverySheetWords.fileName,
            kind: 'pdf',
            bytes: new Uint8Array(made),
          })
        }}
      />
    </Stack>
  )
}
