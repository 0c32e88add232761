import './case-file.css'
import { useLocation } from 'wouter'
import { type WholeCase } from '#shared/contracts/vault.ts'
import { casesText } from '../../locale/cases.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { vocabulary } from '../../locale/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Columns, Page } from '../../ui/page.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { CaseAside } from './case-aside.tsx'
import { Composer } from './composer.tsx'
import { offerToPutBack } from './offer-to-put-back.ts'
import { paths } from './paths.ts'
import { Timeline } from './timeline.tsx'
import { useCaseTitle } from './use-case-title.ts'
import { WithCase } from './with-case.tsx'

async function reopen(id: string): Promise<void> {
  const answer = await ask('case.reopen', { id })
  if ('refused' in answer) showToast(sentenceFor(answer.refused))
  else offerToPutBack(casesText.case.reopened)
}

function OpenedCase({ whole }: { whole: WholeCase }) {
  const { caseFile } = whole
  const { title, lead } = useCaseTitle(caseFile)
  const [, navigate] = useLocation()
  const { case: text } = casesText
  return (
    <Page
      title={title}
      lead={lead}
      actions={
        caseFile.closing === null ? (
          <Button
            onPress={() => {
              navigate(paths.closing(caseFile.id))
            }}
          >
            {text.close}
          </Button>
        ) : (
          <Button
            onPress={() => {
              void reopen(caseFile.id)
            }}
          >
            {text.reopen}
          </Button>
        )
      }
    >
      {caseFile.closing !== null && (
        <Notice>
          {text.closedOn(caseFile.closing.on, vocabulary.outcome[caseFile.closing.outcome])}{' '}
          {caseFile.closing.aftercare}
        </Notice>
      )}
      <Columns
        asideLabel={text.aside}
        main={
          <>
            <Composer
              key={caseFile.closing === null ? 'open' : 'closed'}
              caseFile={caseFile}
              draft={whole.draft}
            />
            <Timeline whole={whole} />
          </>
        }
        aside={<CaseAside whole={whole} />}
      />
    </Page>
  )
}

/** One case: what happened, newest on top, and beside it where it stands. */
export function CaseScreen({ id }: { id: string }) {
  return <WithCase id={id}>{(whole) => <OpenedCase whole={whole} />}</WithCase>
}
