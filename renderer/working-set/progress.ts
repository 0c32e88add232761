import { type VaultEvent } from '#shared/contracts/working-set-rows.ts'
import { externalValue, useExternalValue } from './external-value.ts'

/** How far a task of the vault process is; `total` 0 when nobody knows. */
export type Progress = Omit<Extract<VaultEvent, { event: 'progress' }>, 'event'>

const progress = externalValue<Progress | null>(null)

/** Notes how far the vault process is. */
export function tellProgress({ task, done, total }: Progress): void {
  progress.set({ task, done, total })
}

/** How far this task is, or `null` when it has said nothing. */
export function useProgress(task: Progress['task']): Progress | null {
  const current = useExternalValue(progress)
  return current?.task === task ? current : null
}
