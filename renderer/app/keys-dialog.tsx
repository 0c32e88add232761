import './keys-dialog.css'
import { appText } from '../locale/app.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FormActions } from '../ui/form-actions.tsx'
import { Table } from '../ui/table.tsx'
import { uiText } from '../locale/app.ts'

/** All keys, one a row. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { keys } = appText
  return (
    <Dialog title={keys.title} isOpen onClose={onClose}>
      <Table
        caption={keys.caption}
        rows={keys.rows}
        rowKey={([key]) => key}
        columns={[
          { key: 'key', heading: keys.key, cell: ([key]) => <span className="keys-key">{key}</span> },
          { key: 'does', heading: keys.does, cell: ([, does]) => does },
        ]}
      />
      <p className="quiet">{keys.mac}</p>
      <FormActions>
        <Button autoFocus onPress={onClose}>
          {uiText.close}
        </Button>
      </FormActions>
    </Dialog>
  )
}
