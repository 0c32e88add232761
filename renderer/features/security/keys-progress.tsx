import { Progress } from '../../ui/progress.tsx'
import { useProgress } from '../../working-set/progress.ts'

/** How far the vault is with giving everything new keys. */
export function KeysProgress({ label }: { label: string }) {
  const progress = useProgress('keys')
  return <Progress label={label} done={progress?.done ?? 0} total={progress?.total ?? 0} />
}
