import { type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { FormActions } from './form-actions.tsx'
import { useUiWords } from './words.tsx'

export type ConfirmDialogProps = {
  title: string
  children: ReactNode
  /** What happens: "Verwijder locatie". */
  action: string
  isOpen: boolean
  isDangerous?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks once before something that is not taken back easily. */
export function ConfirmDialog({
  title,
  children,
  action,
  isOpen,
  isDangerous = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const words = useUiWords()
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} role="alertdialog">
      <div>{children}</div>
      <FormActions>
        <Button variant={isDangerous ? 'danger' : 'primary'} onPress={onConfirm}>
          {action}
        </Button>
        <Button onPress={onClose} autoFocus={isDangerous}>
          {words.cancel}
        </Button>
      </FormActions>
    </Dialog>
  )
}
