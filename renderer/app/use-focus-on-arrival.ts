import { useEffect, useRef, type RefObject } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'

/**
 * After going to another place the focus stands at its heading, so that Tab goes on from there and a screen reader
 * says where one is; unless the screen put it in a field itself. So too when the frame is seen again.
 */
export function useFocusOnArrival(isSeen: boolean): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement | null>(null)
  const [location] = useHashLocation()
  useEffect(() => {
    if (!isSeen) return
    const frame = requestAnimationFrame(() => {
      const element = main.current
      if (element === null || element.contains(document.activeElement)) return
      const heading = element.querySelector<HTMLElement>('h1')
      const target = heading ?? element
      target.focus({ preventScroll: true })
      element.scrollTop = 0
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [location, isSeen])
  return main
}
