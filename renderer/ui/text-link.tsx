import { type ReactNode } from 'react'

/** A link to another place in the application: `to` starts with a slash. */
export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return <a href={`#${to}`}>{children}</a>
}
