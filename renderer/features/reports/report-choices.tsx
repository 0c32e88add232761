import { useState } from 'react'
import { useLocation } from 'wouter'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Notice } from '../../ui/notice.tsx'
import { Row } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useOrganisations } from '../../working-set/organisations.ts'
import { paths } from './paths.ts'
import { PeriodFields } from './period-fields.tsx'
import { type DraftBeingWritten } from './use-draft.ts'

type Props = {
  organisationId: string
  period: ReportPeriod
  /** What is being typed here, where something is. */
  draft?: Pick<DraftBeingWritten, 'flush' | 'refusal'>
}

/** Which report this is, and the way to another; nobody is taken there as long as something typed here would be lost. */
export function ReportChoices({ organisationId, period, draft }: Props) {
  const [, navigate] = useLocation()
  const [isHeld, setHeld] = useState(false)
  const organisations = useOrganisations()
  const go = async (to: ReportPeriod, organisation = organisationId) => {
    const mayGo = draft === undefined || (await draft.flush())
    setHeld(!mayGo)
    if (mayGo) navigate(paths.report(organisation, to))
  }
  return (
    <>
      <Row>
        <SelectField
          label={text.organisation}
          value={organisationId}
          choices={organisations.map(({ id, name }) => ({ value: id as string, label: name }))}
          onChange={(id) => {
            if (id !== null) void go(period, id)
          }}
        />
        <PeriodFields period={period} onChange={(to) => void go(to)} />
      </Row>
      {isHeld && draft?.refusal !== null && <Notice tone="danger">{text.notKept}</Notice>}
    </>
  )
}
