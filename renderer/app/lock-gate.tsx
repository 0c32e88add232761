import { useCallback, useEffect, useState } from 'react'
import { type HostInfo } from '#shared/contracts/host.ts'
import { UnlockScreen } from '../features/unlock/unlock-screen.tsx'
import { appText } from '../locale/app.ts'
import { Progress } from '../ui/progress.tsx'
import { host } from '../working-set/host.ts'
import { loadWorkingSet } from '../working-set/load.ts'
import { useProgress } from '../working-set/progress.ts'
import { Shell } from './shell.tsx'

type Stage = 'shut' | 'loading' | 'open'

function Loading() {
  const progress = useProgress('load')
  return (
    <main className="page">
      <Progress label={appText.loading} done={progress?.done ?? 0} total={progress?.total ?? 0} />
    </main>
  )
}

/** Nothing of a case is drawn before the vault is open and its summaries are at hand. */
export function LockGate() {
  const [info, setInfo] = useState<HostInfo | null>(null)
  const [stage, setStage] = useState<Stage>('shut')

  useEffect(() => {
    void host.info().then(setInfo)
  }, [])

  const open = useCallback(() => {
    setStage('loading')
    void loadWorkingSet().then(() => {
      setStage('open')
    })
  }, [])

  if (info === null) return null
  switch (stage) {
    case 'shut':
      return <UnlockScreen info={info} onOpened={open} />
    case 'loading':
      return <Loading />
    case 'open':
      return <Shell info={info} />
  }
}
