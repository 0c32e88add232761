// breaks: react-hooks/rules-of-hooks
import { useState } from 'react'

export function Sometimes({ wanted }: { wanted: boolean }) {
  if (!wanted) return null
  const [count] = useState(0)
  return <p>{count}</p>
}
