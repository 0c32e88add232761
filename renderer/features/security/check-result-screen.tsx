import { useLocation } from 'wouter'
import { checkText as text } from '../../locale/security-check.ts'
import { securityText } from '../../locale/security.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Page } from '../../ui/page.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useSecurityOverview } from '../../working-set/security-overview.ts'
import { CheckResult } from './check-result.tsx'
import { paths } from './paths.ts'

/** What the last check of everything came to. */
export function CheckResultScreen() {
  const overview = useSecurityOverview()
  const [, navigate] = useLocation()
  if (overview === null) return null
  const { lastCheck } = overview
  return (
    <Page title={text.resultTitle} lead={<TextLink to={paths.all}>{securityText.back}</TextLink>}>
      {lastCheck === null ? (
        <p>{text.noResult}</p>
      ) : (
        <>
          <p className="quiet">{text.checkedAt(lastCheck.at, new Date())}</p>
          <CheckResult check={lastCheck} />
        </>
      )}
      <FormActions>
        <Button
          onPress={() => {
            navigate(paths.check)
          }}
        >
          {lastCheck === null ? text.begin : text.again}
        </Button>
      </FormActions>
    </Page>
  )
}
