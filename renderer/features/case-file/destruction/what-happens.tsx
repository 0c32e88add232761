import { type Destruction } from '#shared/casework/destruction.ts'
import { destructionText as text } from '../../../locale/destruction.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useSecurityOverview } from '../../../working-set/security-overview.ts'

/** What destroying does and what it cannot do, and which places for backups are not in reach now. */
export function WhatHappens({ what }: { what: Destruction['what'] }) {
  const away = (useSecurityOverview()?.targets ?? []).filter(({ isThere }) => !isThere)
  return (
    <>
      <p>{what === 'case' ? text.wholeCase.what : text.persons.what}</p>
      <ul className="points">
        {text.explain.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {away.length > 0 && <Notice tone="warn">{text.away(away.map(({ name }) => name).join(', '))}</Notice>}
    </>
  )
}
