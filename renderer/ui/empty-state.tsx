import './empty-state.css'
import { type ReactNode } from 'react'

/** Says that there is nothing yet, and what can be done about it. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{children}</p>
      {action}
    </div>
  )
}
