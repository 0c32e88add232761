import { useEffect, useState } from 'react'

const LOOK_EVERY_MILLISECONDS = 5_000

/** How long something lasts that began at a moment of the page's own clock, in milliseconds. */
export function useLasted(startedAt: number): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(performance.now())
    }, LOOK_EVERY_MILLISECONDS)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return Math.max(now - startedAt, 0)
}
