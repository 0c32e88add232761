import { isDocumentRefusal, makeRecoverySheetPdf } from '../../documents/client.ts'
import { recoverySheetWords } from '../../locale/safety-documents.ts'
import { recoverySheetText } from '../../locale/secret-sheet.ts'
import { SecretSheet } from '../../ui/secret/secret-sheet.tsx'
import { host } from '../../working-set/host.ts'
import { localToday } from '../../working-set/today.ts'

/** The sheet of the first recovery key. */
export function RecoverySheet(drawn: { recoveryKey: string; mark: string }) {
  return (
    <SecretSheet
      words={recoverySheetText}
      onMake={async () => {
        const made = await makeRecoverySheetPdf({ ...drawn, madeOn: localToday() })
        return isDocumentRefusal(made) ? null : made
      }}
      onSave={(file) =>
        host.saveFile({
          suggestedName: recoverySheetWords.fileName,
          kind: 'pdf',
          bytes: new Uint8Array(file),
        })
      }
      onPrint={host.print}
    />
  )
}
