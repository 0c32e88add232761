import { useState } from 'react'
import { type OpenedContribution } from '#shared/contracts/contribution-commands.ts'
import { type ChosenFile } from '#shared/contracts/host.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { isRefusal, refuse } from '#shared/kernel/refusal.ts'
import { SharedWords } from '#shared/reports/shared-words.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { contributionText } from '../../locale/contributions.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { host } from '../../working-set/host.ts'

const text = contributionText.merge

type Props = { organisationId: string; period: ReportPeriod; onMerged: () => void }

/** Opens a colleague's file, shows whose it is and about what, and counts it when that is confirmed. */
export function MergeContribution({ organisationId, period, onMerged }: Props) {
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState<{ file?: boolean; words?: string | undefined }>({})
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [opened, setOpened] = useState<OpenedContribution | null>(null)
  const [isBusy, setBusy] = useState(false)

  const choose = async () => {
    const chosen = await host.chooseFile({ purpose: 'handover' })
    if (chosen === null) return
    setFile(chosen)
    setWrong({ words: wrong.words })
    setRefusal(null)
    setOpened(null)
  }

  const open = async () => {
    setRefusal(null)
    setOpened(null)
    const typed = SharedWords.safeParse(words)
    setWrong({ file: file === null, words: typed.error?.issues[0]?.message })
    if (file === null || !typed.success) return
    setBusy(true)
    const answer = await ask('contribution.open', {
      organisationId,
      period,
      token: file.token,
      words: typed.data,
    })
    setBusy(false)
    if (isRefusal(answer)) {
      setRefusal(answer)
      return
    }
    setOpened(answer)
    setRefusal(answer.obstacle === null ? null : refuse(answer.obstacle))
  }

  const merge = async ({ id, from }: OpenedContribution) => {
    const answer = await ask('contribution.merge', { organisationId, period, contributionId: id })
    if (isRefusal(answer)) {
      setRefusal(answer)
      return
    }
    setFile(null)
    setWords('')
    setOpened(null)
    showToast(text.merged(from))
    onMerged()
  }

  return (
    <>
      <p>{text.lead}</p>
      <div>
        <Button isDisabled={isBusy} onPress={() => void choose()}>
          {file === null ? text.choose : text.chooseOther}
        </Button>
      </div>
      <div role="status">{file !== null && <p>{text.chosen(file.name)}</p>}</div>
      {wrong.file === true && <Notice tone="danger">{text.fileMissing}</Notice>}
      <TextField
        label={contributionText.words}
        description={text.wordsHint}
        value={words}
        error={wrong.words}
        onChange={(typed) => {
          setWords(typed)
          setWrong({ ...wrong, words: undefined })
          setOpened(null)
        }}
      />
      <div>
        <Button
          variant={opened?.obstacle === null ? 'ordinary' : 'primary'}
          isPending={isBusy}
          onPress={() => void open()}
        >
          {text.open}
        </Button>
      </div>
      {isBusy && <Progress label={text.opening} />}
      <div role="status">{opened !== null && <Facts facts={text.facts(opened)} />}</div>
      <RefusalNotice refusal={refusal} />
      {opened?.obstacle === null && (
        <>
          <p>{text.check}</p>
          <div>
            <Button variant="primary" onPress={() => void merge(opened)}>
              {text.confirm}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
