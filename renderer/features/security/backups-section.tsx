import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type SecurityOverview } from '#shared/contracts/security-commands.ts'
import { securityText } from '../../locale/security.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { backUpNow, forgetBackupRound, useBackupRound } from '../../working-set/backup-round.ts'
import { ask } from '../../working-set/client.ts'
import { host } from '../../working-set/host.ts'
import { refreshSecurityOverview } from '../../working-set/security-overview.ts'
import { BackupProgress } from './backup-progress.tsx'
import { RoundOutcome } from './round-outcome.tsx'
import { TargetsTable } from './targets-table.tsx'

const { backups: text } = securityText

function standing({ targets, lastProvenAt, isBackedUp }: SecurityOverview): string {
  if (targets.length === 0) return text.none
  if (lastProvenAt === null) return text.notYet
  const now = new Date()
  return isBackedUp ? text.complete(lastProvenAt, now) : text.behind(lastProvenAt, now)
}

/** Whether everything is in a backup, in which places backups are made, and making one now. */
export function BackupsSection({ overview }: { overview: SecurityOverview }) {
  const { targets } = overview
  const { isRunning, last } = useBackupRound()
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)

  const addTarget = async (): Promise<void> => {
    setRefusal(null)
    const folder = await host.chooseFolder({ purpose: 'backups' })
    if (folder === null) return
    const answer = await ask('backup.addTarget', { token: folder.token })
    if ('refused' in answer) {
      setRefusal(answer)
      return
    }
    forgetBackupRound()
    await refreshSecurityOverview()
    showToast(text.added(folder.name))
  }

  return (
    <Section title={text.title}>
      <p className="section-standing">{standing(overview)}</p>
      <p className="quiet">{text.explain}</p>
      {isRunning ? (
        <BackupProgress label={text.running} />
      ) : (
        <FormActions>
          {targets.length > 0 && (
            <Button
              variant="primary"
              onPress={() => {
                void backUpNow()
              }}
            >
              {text.run}
            </Button>
          )}
          <Button
            variant={targets.length === 0 ? 'primary' : 'ordinary'}
            onPress={() => {
              void addTarget()
            }}
          >
            {text.add}
          </Button>
        </FormActions>
      )}
      <RefusalNotice refusal={refusal} />
      <div role="status">{last !== null && <RoundOutcome last={last} />}</div>
      {targets.length > 0 && <TargetsTable targets={targets} />}
    </Section>
  )
}
