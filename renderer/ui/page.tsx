import './page.css'
import { useId, type ReactNode } from 'react'

export type PageProps = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }

/** The one thing that a screen is about: its heading, what can be done, and the rest under it. */
export function Page({ title, lead, actions, children }: PageProps) {
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-title">
          <h1 tabIndex={-1}>{title}</h1>
          {lead !== undefined && <div className="quiet">{lead}</div>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** A part of a page under its own heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

/** Things under each other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="stack">{children}</div>
}

/** Fields beside each other, under each other where there is no room. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="row">{children}</div>
}

/** What a screen is about on the left, what helps on the right in a narrow column. */
export function Columns({
  main,
  aside,
  asideLabel,
}: {
  main: ReactNode
  aside: ReactNode
  asideLabel: string
}) {
  return (
    <div className="columns">
      <div>{main}</div>
      <aside aria-label={asideLabel}>{aside}</aside>
    </div>
  )
}
