import { type ReactNode } from 'react'
import { secretText } from '../../locale/secret.ts'
import { Dialog } from '../dialog.tsx'
import { Progress } from '../progress.tsx'
import { type asSecret } from './either-secret.tsx'
import { SecretForm } from './secret-form.tsx'

type Props = {
  title: string
  children: ReactNode
  /** What happens: "Haal uit de lijst". */
  action: string
  /** Answers why not, or `null` when it was done. */
  onSubmit: (secret: ReturnType<typeof asSecret>) => Promise<{ refused: string; fields?: string[] } | null>
  onClose: () => void
}

/** Asks once, and for the passphrase, before something that nobody else may do at an unlocked computer. */
export function SecretDialog({ title, children, action, onSubmit, onClose }: Props) {
  return (
    <Dialog title={title} isOpen onClose={onClose} role="alertdialog">
      <SecretForm
        action={action}
        progress={<Progress label={secretText.checking} />}
        onCancel={onClose}
        onSubmit={onSubmit}
      >
        <div>{children}</div>
      </SecretForm>
    </Dialog>
  )
}
