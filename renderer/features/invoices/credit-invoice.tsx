import { useState } from 'react'
import { useLocation } from 'wouter'
import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type DoubtAboutDay } from '#shared/invoicing/doubt-about-day.ts'
import { type Invoice } from '#shared/invoicing/invoice.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { euros } from '../../locale/euros.ts'
import { invoiceText as text } from '../../locale/invoices.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { DayQuestion, doubtIn } from './day-question.tsx'
import { paths } from './paths.ts'

/** Takes an invoice back whole, after asking once: a credit note cannot be undone. */
export function CreditInvoice({ invoice }: { invoice: Invoice }) {
  const [isAsking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<{ refused: string } | null>(null)
  const [doubt, setDoubt] = useState<DoubtAboutDay | null>(null)
  const [, navigate] = useLocation()
  const close = () => {
    setAsking(false)
  }
  const credit = async (dayConfirmed: CalendarDate | null = null) => {
    close()
    setDoubt(null)
    const answer = await ask('invoice.credit', { id: invoice.id, dayConfirmed })
    if (isRefusal(answer) && doubtIn(answer) !== null) {
      setDoubt(doubtIn(answer))
      return
    }
    if (isRefusal(answer)) {
      setRefusal(answer)
      return
    }
    showToast(text.credited(answer.invoice.number))
    navigate(paths.invoice(answer.invoice.id))
  }
  return (
    <>
      <div>
        <Button
          onPress={() => {
            setAsking(true)
          }}
        >
          {text.credit}
        </Button>
      </div>
      <RefusalNotice refusal={refusal} />
      <ConfirmDialog
        title={text.creditAsk(invoice.number)}
        action={text.creditConfirm}
        isOpen={isAsking}
        isDangerous
        onClose={close}
        onConfirm={() => void credit()}
      >
        {text.creditExplain(invoice.number, euros(invoice.grossCents))}
      </ConfirmDialog>
      <DayQuestion
        doubt={doubt}
        onClose={() => {
          setDoubt(null)
        }}
        onConfirm={(today) => void credit(today)}
      />
    </>
  )
}
