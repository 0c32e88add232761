import { refusalSentences } from '../../locale/refusals.ts'
import { securityText } from '../../locale/security.ts'
import { Notice } from '../../ui/notice.tsx'
import { type BackupRound } from '../../working-set/backup-round.ts'

/** What came of the last round of backups, place by place. */
export function RoundOutcome({ last }: { last: NonNullable<BackupRound['last']> }) {
  const { backups: text } = securityText
  if ('refused' in last) return <Notice tone="warn">{refusalSentences[last.refused]}</Notice>
  const isWhole = last.every(({ outcome }) => 'provenAt' in outcome)
  return (
    <Notice tone={isWhole ? 'calm' : 'warn'}>
      <ul>
        {last.map(({ id, name, outcome }) => (
          <li key={id}>
            {'provenAt' in outcome ? text.proven(name) : text.failed(name, refusalSentences[outcome.refused])}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
