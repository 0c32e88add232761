import { type Destruction } from '#shared/casework/destruction.ts'
import { isDocumentRefusal, makeCertificatePdf } from '../../documents/client.ts'
import { certificateWords } from '../../locale/safety-documents.ts'
import { securityText } from '../../locale/security.ts'
import { SaveDocument } from '../../ui/save-document.tsx'
import { localToday } from '../../working-set/today.ts'
import { savePdf } from './save-pdf.ts'

type Props = { destruction: Destruction; advisorName: string }

/** Saves the certificate of a destruction as it stands today. */
export function SaveCertificate({ destruction, advisorName }: Props) {
  const { certificate: text } = securityText.destructions
  if (advisorName === '') return text.nameMissing
  return (
    <SaveDocument
      label={text.label}
      spokenLabel={text.labelOf(destruction.reference)}
      variant="ordinary"
      making={text.making}
      saved={text.saved}
      notSaved={text.notSaved}
      onSave={async () => {
        const made = await makeCertificatePdf({ destruction, advisorName, printedOn: localToday() })
        if (isDocumentRefusal(made)) return { refused: 'not-made' }
        return savePdf(made, certificateWords.fileName(destruction.reference))
      }}
    />
  )
}
