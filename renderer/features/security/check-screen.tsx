import { useLocation } from 'wouter'
import { checkText as text } from '../../locale/security-check.ts'
import { securityText } from '../../locale/security.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SecretForm } from '../../ui/secret/secret-form.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { paths } from './paths.ts'
import { useWholeCheck } from './use-whole-check.ts'

/** Checks everything there is to check. */
export function CheckScreen() {
  const [, navigate] = useLocation()
  const { progress, wasStopped, run, stop } = useWholeCheck()
  return (
    <Page title={text.title} lead={<TextLink to={paths.all}>{securityText.back}</TextLink>}>
      <p>{text.lead}</p>
      <SecretForm
        action={text.action}
        progress={
          <>
            {progress === null ? (
              <Progress label={text.proving} />
            ) : (
              <Progress
                label={text.running(progress.done, progress.steps)}
                done={progress.done}
                total={progress.steps}
              />
            )}
            <FormActions>
              <Button onPress={stop}>{text.stop}</Button>
            </FormActions>
          </>
        }
        onSubmit={async (secret) => {
          const outcome = await run(secret)
          if (outcome === 'over') navigate(paths.checkResult)
          return outcome === 'over' || outcome === 'stopped' ? null : outcome
        }}
        onCancel={() => {
          navigate(paths.all)
        }}
      />
      <div role="status">{wasStopped && progress === null && <Notice>{text.stopped}</Notice>}</div>
    </Page>
  )
}
