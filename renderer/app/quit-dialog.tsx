import { useEffect, useRef, useState } from 'react'
import { type SecurityOverview } from '#shared/contracts/security-commands.ts'
import { BackupProgress } from '../features/security/backup-progress.tsx'
import { RoundOutcome } from '../features/security/round-outcome.tsx'
import { quittingText as text } from '../locale/quitting.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { Progress } from '../ui/progress.tsx'
import { backUpNow, type BackupRound } from '../working-set/backup-round.ts'
import { type Unsaved, unsavedOnScreen } from '../ui/form/unsaved.ts'
import { host } from '../working-set/host.ts'
import { keepAllNow } from '../working-set/keep-soon.ts'
import { refreshSecurityOverview } from '../working-set/security-overview.ts'
import { currentStateNumber } from '../working-set/vault-state.ts'

type Stage =
  | { stage: 'unsaved'; unsaved: Exclude<Unsaved, 'nothing'> }
  | { stage: 'looking' }
  | { stage: 'backing-up' }
  | { stage: 'away'; overview: SecurityOverview }
  | { stage: 'failed'; last: NonNullable<BackupRound['last']> }

const isProven = (last: BackupRound['last']): boolean =>
  last !== null && !('refused' in last) && last.some(({ outcome }) => 'provenAt' in outcome)

/** Makes a backup when there is something to back up and somewhere to put it; answers what to ask, or `null` to quit. */
async function beforeQuitting(tell: (stage: Stage) => void): Promise<Stage | null> {
  tell({ stage: 'looking' })
  const overview = await refreshSecurityOverview()
  if (overview === null || overview.isBackedUp || overview.targets.length === 0) return null
  if (!overview.targets.some(({ isThere }) => isThere)) return { stage: 'away', overview }
  tell({ stage: 'backing-up' })
  const last = await backUpNow()
  return last === null || isProven(last) ? null : { stage: 'failed', last }
}

function titleOf(stage: Stage): string {
  if (stage.stage === 'unsaved') return text.unsaved.title
  if (stage.stage === 'away') return text.away.title
  return stage.stage === 'failed' ? text.failed.title : text.title
}

function Body({ stage }: { stage: Stage }) {
  switch (stage.stage) {
    case 'unsaved':
      return <p>{text.unsaved[stage.unsaved]}</p>
    case 'looking':
      return <Progress label={text.looking} />
    case 'backing-up':
      return <BackupProgress label={text.running} />
    case 'away': {
      const { targets, lastProvenAt } = stage.overview
      return (
        <>
          <p>
            {text.away.body(
              targets.map(({ name }) => name),
              lastProvenAt,
              new Date(),
            )}
          </p>
          <p>{text.away.hint}</p>
        </>
      )
    }
    case 'failed':
      return (
        <>
          <p>{text.failed.body}</p>
          <RoundOutcome last={stage.last} />
        </>
      )
  }
}

/**
 * Stands between closing the application and its end: asks first when something on the screen was not saved, and stays
 * for as long as a backup takes. Whatever happens, closing without one
 * and staying are a button away.
 */
export function QuitDialog() {
  const [stage, setStage] = useState<Stage | null>(null)
  /** Counts the times that it began: what an earlier time comes to does not count any more. */
  const turn = useRef(0)

  const begin = async (): Promise<void> => {
    turn.current += 1
    const mine = turn.current
    const isMine = (): boolean => turn.current === mine
    const asks = await beforeQuitting((told) => {
      if (isMine()) setStage(told)
    }).catch((): Stage | null => null)
    if (!isMine()) return
    if (asks === null) void host.quit()
    else setStage(asks)
  }

  useEffect(
    () =>
      host.onEvent(({ event }) => {
        if (event !== 'quit-wanted') return
        if (currentStateNumber() === null) {
          void host.quit()
          return
        }
        void host.holdQuit()
        void keepAllNow()
        const unsaved = unsavedOnScreen()
        if (unsaved === 'nothing') void begin()
        else {
          turn.current += 1
          setStage({ stage: 'unsaved', unsaved })
        }
      }),
    [],
  )

  if (stage === null) return null
  const stay = (): void => {
    turn.current += 1
    setStage(null)
  }
  if (stage.stage === 'unsaved')
    return (
      <Dialog title={titleOf(stage)} role="alertdialog" isOpen onClose={stay}>
        <Body stage={stage} />
        <FormActions>
          <Button variant="primary" autoFocus onPress={stay}>
            {text.stay}
          </Button>
          <Button
            onPress={() => {
              void begin()
            }}
          >
            {text.unsaved.quit}
          </Button>
        </FormActions>
      </Dialog>
    )
  const isAsking = stage.stage === 'away' || stage.stage === 'failed'
  return (
    <Dialog title={titleOf(stage)} role="alertdialog" isOpen onClose={stay}>
      <Body stage={stage} />
      <FormActions>
        {isAsking && (
          <Button
            variant="primary"
            autoFocus
            onPress={() => {
              void begin()
            }}
          >
            {text.again}
          </Button>
        )}
        <Button
          onPress={() => {
            void host.quit()
          }}
        >
          {text.quitNow}
        </Button>
        <Button onPress={stay}>{text.stay}</Button>
      </FormActions>
    </Dialog>
  )
}
