import './dialog.css'
import { type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

export type DialogProps = {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** `alertdialog` for what destroys or warns. */
  role?: 'dialog' | 'alertdialog'
  width?: 'ordinary' | 'wide'
}

/** Something that has to be dealt with first. Escape closes it and the focus goes back to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  role = 'dialog',
  width = 'ordinary',
}: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-backdrop"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal>
        <AriaDialog className="dialog" role={role} data-width={width}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
