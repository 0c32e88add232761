import { type ReactNode } from 'react'
import { type WholeCase } from '#shared/contracts/vault.ts'
import { casesText } from '../../locale/cases.ts'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useWholeCase } from './use-whole-case.ts'

/** Opens a case and draws what is made of it; says so when it is not there. */
export function WithCase({
  id,
  once = false,
  children,
}: {
  id: string
  once?: boolean
  children: (whole: WholeCase) => ReactNode
}) {
  const whole = useWholeCase(id, once)
  if (whole === null)
    return (
      <div className="page">
        <Progress label={casesText.case.loading} />
      </div>
    )
  if ('refused' in whole)
    return (
      <Page title={casesText.case.missing}>
        <p>
          <TextLink to="/casussen">{casesText.case.back}</TextLink>
        </p>
      </Page>
    )
  return children(whole)
}
