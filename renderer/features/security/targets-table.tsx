import { useState } from 'react'
import { useLocation } from 'wouter'
import { type BackupTargetFacts, type TypedSecret } from '#shared/contracts/security-commands.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { momentWords } from '../../locale/moment.ts'
import { securityText } from '../../locale/security.ts'
import { Button } from '../../ui/button.tsx'
import { SecretDialog } from '../../ui/secret/secret-dialog.tsx'
import { Table } from '../../ui/table.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { forgetBackupRound } from '../../working-set/backup-round.ts'
import { ask } from '../../working-set/client.ts'
import { refreshSecurityOverview } from '../../working-set/security-overview.ts'
import { paths } from './paths.ts'

/** The places for backups: whether each is there, and its last proven backup. */
export function TargetsTable({ targets }: { targets: readonly BackupTargetFacts[] }) {
  const { backups: text } = securityText
  const [, navigate] = useLocation()
  const [removing, setRemoving] = useState<BackupTargetFacts | null>(null)

  const remove = async ({ id, name }: BackupTargetFacts, secret: TypedSecret) => {
    const answer = await ask('backup.removeTarget', { id, secret })
    if (isRefusal(answer)) return answer
    setRemoving(null)
    forgetBackupRound()
    await refreshSecurityOverview()
    showToast(text.removed(name))
    return null
  }

  return (
    <>
      <Table
        caption={text.caption}
        rows={targets}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', heading: text.columns.name, cell: ({ name }) => name },
          {
            key: 'state',
            heading: text.columns.state,
            cell: ({ isThere }) => (isThere ? text.isThere : text.isGone),
          },
          {
            key: 'lastProven',
            heading: text.columns.lastProven,
            cell: ({ lastProvenAt }) =>
              lastProvenAt === null ? text.never : momentWords(lastProvenAt, new Date()),
          },
          { key: 'backups', heading: text.columns.backups, align: 'end', cell: ({ backups }) => backups },
          {
            key: 'acts',
            heading: text.columns.acts,
            align: 'end',
            cell: (target) => (
              <>
                {target.backups > 0 && (
                  <Button
                    variant="plain"
                    label={text.drillOf(target.name)}
                    onPress={() => {
                      navigate(paths.drill(target.id))
                    }}
                  >
                    {text.drill}
                  </Button>
                )}{' '}
                <Button
                  variant="plain"
                  label={text.removeOf(target.name)}
                  onPress={() => {
                    setRemoving(target)
                  }}
                >
                  {text.remove}
                </Button>
              </>
            ),
          },
        ]}
      />
      {removing !== null && (
        <SecretDialog
          title={text.removeTitle(removing.name)}
          action={text.remove}
          onSubmit={(secret) => remove(removing, secret)}
          onClose={() => {
            setRemoving(null)
          }}
        >
          {text.removeBody}
        </SecretDialog>
      )}
    </>
  )
}
