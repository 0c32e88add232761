import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { type OpenPeriods, touchedPeriods } from '#shared/invoicing/open-periods.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type Engagement, type EngagementDetails } from '#shared/organisations/engagement.ts'
import { openPeriodsText as text } from '../../locale/contract.ts'
import { type RecordForm } from '../../ui/form/use-record-form.ts'
import { Notice } from '../../ui/notice.tsx'
import { ask } from '../../working-set/client.ts'
import { useToday } from '../../working-set/today.ts'
import { type ContractFields, readContract } from './contract-fields.ts'

function useOpenPeriods(organisationId: string): OpenPeriods | null {
  const [open, setOpen] = useState<OpenPeriods | null>(null)
  useEffect(() => {
    let isGone = false
    void ask('engagement.openPeriods', { organisationId }).then((answer) => {
      if (!isGone && !isRefusal(answer)) setOpen(answer)
    })
    return () => {
      isGone = true
    }
  }, [organisationId])
  return open
}

/** Says what would come out otherwise with what is typed now, and what to do first; nothing when nothing would. */
export function OpenPeriodsNotice({
  form,
  engagement,
}: {
  form: RecordForm<ContractFields, EngagementDetails>
  engagement: Engagement
}) {
  const today = useToday()
  const open = useOpenPeriods(engagement.organisationId)
  // Watches every field: any of them may change what is counted with.
  useWatch({ control: form.control })
  if (open === null) return null
  const read = readContract(form.getValues(), engagement.organisationId)
  if (!('details' in read)) return null
  const { years, hours, reports } = touchedPeriods(engagement, read.details, open)
  if (years.length + hours.length + reports.length === 0) return null
  return (
    <Notice tone="warn" title={text.title}>
      <p>{text.why}</p>
      <ul className="points">
        {years.map((year) => (
          <li key={`year ${year}`}>{text.year(year)}</li>
        ))}
        {hours.map(({ year, half }) => (
          <li key={`hours ${year}-${half}`}>{text.hours(year, half, today)}</li>
        ))}
        {reports.map((year) => (
          <li key={`report ${year}`}>{text.report(year)}</li>
        ))}
      </ul>
      <p>{text.first(years.length + hours.length > 0, reports.length > 0)}</p>
    </Notice>
  )
}
