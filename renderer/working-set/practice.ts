import { NEW_PRACTICE, type Practice } from '#shared/practice/practice.ts'
import { useRow } from './rows.ts'

/** The advisor's own practice; a new one until she has filled it in, `undefined` while it is being read. */
export function usePractice(): Practice | undefined {
  const row = useRow('practice', 'practice')
  if (row === undefined) return undefined
  if (row === null) return NEW_PRACTICE
  const { id: _id, ...practice } = row
  return practice
}
