import { type DoubtAboutDay, DOUBTS_ABOUT_DAY } from '#shared/invoicing/doubt-about-day.ts'
import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { dayQuestion as text } from '../../locale/invoices.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useToday } from '../../working-set/today.ts'

/** The doubt that a refusal tells of; `null` when it is refused for another reason. */
export function doubtIn({ refused }: { refused: string }): DoubtAboutDay | null {
  return DOUBTS_ABOUT_DAY.find((doubt) => doubt === refused) ?? null
}

/** Asks whether it is today, where the clock is hard to believe; nothing is asked as long as there is no doubt. */
export function DayQuestion({
  doubt,
  onConfirm,
  onClose,
}: {
  doubt: DoubtAboutDay | null
  onConfirm: (today: CalendarDate) => void
  onClose: () => void
}) {
  const today = useToday()
  return (
    <ConfirmDialog
      title={text.title(today)}
      action={text.confirm(today)}
      isOpen={doubt !== null}
      isDangerous
      onClose={onClose}
      onConfirm={() => {
        onConfirm(today)
      }}
    >
      {doubt !== null && <p>{text.why[doubt]}</p>}
      <p>{text.final}</p>
    </ConfirmDialog>
  )
}
