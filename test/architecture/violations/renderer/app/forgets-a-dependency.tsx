// breaks: react-hooks/exhaustive-deps
import { useEffect } from 'react'

export function Forgetful({ title }: { title: string }) {
  useEffect(() => {
    document.title = title
  }, [])
  return null
}
