import { useEffect, useState } from 'react'

const NOTICED_MILLISECONDS = 300

/** True once something has been going on for so long that somebody wonders; what is done at once never shows. */
export function useSlow(isGoingOn: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isGoingOn) return
    const timer = setTimeout(() => {
      setSlow(true)
    }, NOTICED_MILLISECONDS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isGoingOn])
  return isSlow
}
