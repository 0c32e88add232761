import './form-actions.css'
import { type ReactNode } from 'react'

/** The buttons under a form or dialog: first what it is for, then the way out. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form-actions">{children}</div>
}
