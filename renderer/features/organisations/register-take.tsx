import './register-take.css'
import { useState } from 'react'
import { CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { organisationsFieldErrors, registerText as text } from '../../locale/organisations.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Row } from '../../ui/page.tsx'
import { ask } from '../../working-set/client.ts'
import { dayError } from './field-errors.ts'

type Told = { tone: 'calm' | 'danger'; text: string }

/** From which day the chosen rows are under contract, and the button that takes them over. */
export function RegisterTake({
  organisationId,
  startsOn,
  chosen,
  onTaken,
}: {
  organisationId: Id
  startsOn: CalendarDate
  chosen: ReadonlySet<string>
  onTaken: () => void
}) {
  const [joinedOn, setJoinedOn] = useState<string | null>(startsOn)
  const [told, setTold] = useState<Told | null>(null)
  const [isTaking, setTaking] = useState(false)
  const wrong = dayError(joinedOn, 'joined-missing')

  const take = async () => {
    const day = CalendarDate.safeParse(joinedOn)
    if (chosen.size === 0) return
    if (wrong !== null || !day.success) {
      setTold({ tone: 'danger', text: organisationsFieldErrors[wrong ?? 'joined-missing'] })
      return
    }
    setTaking(true)
    const answer = await ask('register.take', { organisationId, lrkNumbers: [...chosen], joinedOn: day.data })
    setTaking(false)
    if (isRefusal(answer)) {
      setTold({ tone: 'danger', text: sentenceFor(answer.refused) })
      return
    }
    setTold({ tone: 'calm', text: text.done(answer.taken, answer.skipped) })
    onTaken()
  }
  return (
    <>
      <Row>
        <DateField
          label={text.joinedOn}
          value={joinedOn}
          onChange={setJoinedOn}
          error={wrong === null ? undefined : organisationsFieldErrors[wrong]}
          width="short"
        />
        <div className="register-take">
          <Button
            variant="primary"
            isDisabled={chosen.size === 0}
            isPending={isTaking}
            onPress={() => void take()}
          >
            {text.take(chosen.size)}
          </Button>
        </div>
      </Row>
      {told !== null && <Notice tone={told.tone}>{told.text}</Notice>}
    </>
  )
}
