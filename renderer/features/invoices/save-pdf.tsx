import { useState } from 'react'
import { type Invoice } from '#shared/invoicing/invoice.ts'
import { invoiceText as text } from '../../locale/invoices.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { saveInvoicePdf } from './save-invoice-pdf.ts'

type Told = { tone: 'calm' | 'danger'; text: string }

/** Saves the invoice as a PDF file and says what came of it. */
export function SavePdf({ invoice }: { invoice: Invoice }) {
  const [isMaking, setMaking] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const save = async () => {
    setTold(null)
    setMaking(true)
    const answer = await saveInvoicePdf(invoice)
    setMaking(false)
    if ('saved' in answer) setTold({ tone: 'calm', text: text.saved(answer.saved) })
    else
      setTold({
        tone: answer.refused === 'cancelled' ? 'calm' : 'danger',
        text: text.notSaved[answer.refused],
      })
  }
  return (
    <>
      <div>
        <Button variant="primary" isPending={isMaking} onPress={() => void save()}>
          {text.savePdf}
        </Button>
      </div>
      {isMaking && <Progress label={text.makingPdf} />}
      <div role="status">{told !== null && <Notice tone={told.tone}>{told.text}</Notice>}</div>
    </>
  )
}
