import { Progress } from '../../ui/progress.tsx'
import { useProgress } from '../../working-set/progress.ts'

/** How far the backup is that is being made. */
export function BackupProgress({ label }: { label: string }) {
  const progress = useProgress('backup')
  return <Progress label={label} done={progress?.done ?? 0} total={progress?.total ?? 0} />
}
