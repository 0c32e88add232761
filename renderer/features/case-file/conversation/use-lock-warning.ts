import { useEffect, useState } from 'react'
import { host } from '../../../working-set/host.ts'

/** Seconds after which the program locks when nobody uses it, once it warned of that; else `null`. */
export function useLockWarning(): number | null {
  const [seconds, setSeconds] = useState<number | null>(null)
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.event === 'idle-warning') setSeconds(event.seconds)
        else if (event.event === 'idle-warning-over') setSeconds(null)
      }),
    [],
  )
  return seconds
}
