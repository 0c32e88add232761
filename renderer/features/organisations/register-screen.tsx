import { useEffect, useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { organisationsText, registerText as text } from '../../locale/organisations.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { ask } from '../../working-set/client.ts'
import { host } from '../../working-set/host.ts'
import { useProgress } from '../../working-set/progress.ts'
import { useRowsOf } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'
import { paths } from './paths.ts'
import { RegisterRead } from './register-read.tsx'
import { RegisterSearch } from './register-search.tsx'
import { WithOrganisation } from './with-organisation.tsx'

type Stage =
  | { stage: 'looking' | 'closed' | 'reading' }
  | { stage: 'refused'; refusal: VaultRefusal }
  /** `read` is null when the file was opened earlier in this session. */
  | { stage: 'open'; read: { name: string; answer: VaultAnswer<'register.open'> } | null; opened: number }

function Reading() {
  const progress = useProgress('register')
  return <Progress label={text.reading} done={progress?.done ?? 0} total={progress?.total ?? 0} />
}

/** Why the file cannot be used; of a file that lacks columns also which. */
function Refused({ refusal: { refused, fields = [] } }: { refusal: VaultRefusal }) {
  return (
    <Notice tone="danger">
      <p>{sentenceFor(refused)}</p>
      {refused === 'columns-missing' && <p>{text.lacking(fields)}</p>}
    </Notice>
  )
}

function Register({ organisationId }: { organisationId: string }) {
  const [at, setAt] = useState<Stage>({ stage: 'looking' })
  const engagements = useRowsOf('engagements', organisationId)
  const today = useToday()

  useEffect(() => {
    let isShown = true
    void ask('register.search', { query: '', holder: null }).then((answer) => {
      if (isShown) setAt(isRefusal(answer) ? { stage: 'closed' } : { stage: 'open', read: null, opened: 0 })
    })
    return () => {
      isShown = false
    }
  }, [])

  const choose = async () => {
    const file = await host.chooseFile({ purpose: 'register' })
    if (file === null) return
    setAt({ stage: 'reading' })
    const answer = await ask('register.open', { token: file.token })
    if (isRefusal(answer)) setAt({ stage: 'refused', refusal: answer })
    else setAt({ stage: 'open', read: { name: file.name, answer }, opened: Date.now() })
  }
  const isOpen = at.stage === 'open'
  if (at.stage === 'looking' || engagements === undefined) return null
  return (
    <>
      {!isOpen && <p>{text.intro}</p>}
      {at.stage === 'reading' ? (
        <Reading />
      ) : (
        <div>
          <Button variant={isOpen ? 'ordinary' : 'primary'} onPress={() => void choose()}>
            {isOpen ? text.chooseOther : text.choose}
          </Button>
        </div>
      )}
      {at.stage === 'refused' && <Refused refusal={at.refusal} />}
      {isOpen && at.read !== null && <RegisterRead name={at.read.name} answer={at.read.answer} />}
      {isOpen && (
        <RegisterSearch
          key={at.opened}
          organisationId={organisationId}
          startsOn={engagements[0]?.startsOn ?? today}
        />
      )}
    </>
  )
}

/** Takes locations over from the register file that the advisor downloaded herself. */
export function RegisterScreen({ id }: { id: string }) {
  return (
    <WithOrganisation id={id}>
      {({ name }) => (
        <Page
          title={text.title(name)}
          lead={<TextLink to={paths.organisation(id)}>{organisationsText.backTo(name)}</TextLink>}
        >
          <Register organisationId={id} />
        </Page>
      )}
    </WithOrganisation>
  )
}
