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

type Props = {
  organisationId: string
  period: ReportPeriod
  /** Keeps what was typed last; answers whether all of it is kept. */
  beforehand?: () => Promise<boolean>
}

/** Which report this is, and the way to another; nobody is taken there as long as something typed here would be lost. */
export function ReportChoices({ organisationId, period, beforehand }: Props) {
  const [, navigate] = useLocation()
  const [isHeld, setHeld] = useState(false)
  const organisations = useOrganisations()
  const go = async (to: ReportPeriod, organisation = organisationId) => {
    const mayGo = beforehand === undefined || (await beforehand())
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
      {isHeld && <Notice tone="danger">{text.notKept}</Notice>}
    </>
  )
}
