import { type Destruction } from '#shared/casework/destruction.ts'
import { spokenDuration } from '../../../locale/duration.ts'
import { destructionText as text } from '../../../locale/destruction.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useSecurityOverview } from '../../../working-set/security-overview.ts'

/** What destroying does and what it cannot do, how many minutes are not invoiced yet, and which places for backups are not in reach now. */
export function WhatHappens({ what, uninvoiced }: { what: Destruction['what']; uninvoiced: number }) {
  const away = (useSecurityOverview()?.targets ?? []).filter(({ isThere }) => !isThere)
  return (
    <>
      <p>{what === 'case' ? text.wholeCase.what : text.persons.what}</p>
      <ul className="points">
        {text.explain.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {uninvoiced > 0 && <Notice tone="warn">{text.uninvoiced(spokenDuration(uninvoiced))}</Notice>}
      {away.length > 0 && <Notice tone="warn">{text.away(away.map(({ name }) => name).join(', '))}</Notice>}
    </>
  )
}
