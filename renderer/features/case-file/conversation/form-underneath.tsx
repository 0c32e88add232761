import { conversationText } from '../../../locale/conversation.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { type Unsaved } from '../../../ui/form/unsaved.ts'
import { FormActions } from '../../../ui/form-actions.tsx'

export type FormUnderneathProps = {
  unsaved: Exclude<Unsaved, 'nothing'>
  /** `back`: keep the note and go back to that form; `on`: keep it and go to where it is kept; `null`: not just yet. */
  onChosen: (where: 'back' | 'on' | null) => void
}

/** Asks where to go after a conversation that was held over a form in which something is not saved. */
export function FormUnderneath({ unsaved, onChosen }: FormUnderneathProps) {
  const { underneath: text } = conversationText.ending
  return (
    <Dialog
      title={text.title}
      role="alertdialog"
      isOpen
      onClose={() => {
        onChosen(null)
      }}
    >
      <p>{text[unsaved]}</p>
      <FormActions>
        <Button
          variant="primary"
          autoFocus
          onPress={() => {
            onChosen('back')
          }}
        >
          {text.back}
        </Button>
        <Button
          onPress={() => {
            onChosen('on')
          }}
        >
          {text.leave}
        </Button>
      </FormActions>
    </Dialog>
  )
}
