import { useEffect } from 'react'
import { useConversation } from '../features/case-file/conversation/conversation.ts'
import { isBackupDue } from '../features/security/backup-due.ts'
import { backUpNow } from '../working-set/backup-round.ts'
import { refreshSecurityOverview } from '../working-set/security-overview.ts'

const HALF_AN_HOUR = 30 * 60_000

async function backUpWhenDue(): Promise<void> {
  const overview = await refreshSecurityOverview()
  if (overview !== null && isBackupDue(overview, new Date())) await backUpNow()
}

/** Makes backups by itself, when the vault was opened and every half hour after that, but never while somebody talks. */
export function useAutomaticBackup(): void {
  const isTalking = useConversation() !== null
  useEffect(() => {
    if (isTalking) return
    void backUpWhenDue()
    const timer = setInterval(() => {
      void backUpWhenDue()
    }, HALF_AN_HOUR)
    return () => {
      clearInterval(timer)
    }
  }, [isTalking])
}
