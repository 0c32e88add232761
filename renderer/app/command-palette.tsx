import './command-palette.css'
import { useState } from 'react'
import { Autocomplete, Input, Menu, MenuItem, Text, TextField } from 'react-aria-components'
import { appText } from '../locale/app.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useOrganisations } from '../working-set/organisations.ts'
import { useRows } from '../working-set/rows.ts'
import { goTo } from './leave-guard.ts'
import { paletteItems, type PaletteAct } from './palette-items.ts'
import { undoLast } from './undo-last.ts'

type Props = {
  onClose: () => void
  onConversation: () => void
  onKeys: () => void
  onLock: () => void
  onQuit: () => void
}

/** Finds a case or an organisation, or does something, by typing a part of its name. */
export function CommandPalette({ onClose, onConversation, onKeys, onLock, onQuit }: Props) {
  const [query, setQuery] = useState('')
  const cases = useRows('cases') ?? []
  const organisations = useOrganisations()
  const items = paletteItems(query, cases, organisations)

  const carryOut = (does: PaletteAct): void => {
    onClose()
    if ('go' in does) goTo(does.go)
    else if (does.act === 'conversation') onConversation()
    else if (does.act === 'undo') void undoLast()
    else if (does.act === 'keys') onKeys()
    else if (does.act === 'quit') onQuit()
    else onLock()
  }

  return (
    <Dialog title={appText.palette.title} isOpen onClose={onClose}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <TextField
          type="search"
          aria-label={appText.palette.field}
          autoFocus
          className="field"
          data-width="full"
        >
          <Input className="field-input" placeholder={appText.palette.field} spellCheck="false" />
        </TextField>
        <Menu
          className="palette-list"
          aria-label={appText.palette.results}
          onAction={(id) => {
            const item = items.find((candidate) => candidate.id === id)
            if (item) carryOut(item.does)
          }}
          renderEmptyState={() => <p className="quiet">{appText.palette.nothing}</p>}
        >
          {items.map(({ id, text, detail }) => (
            <MenuItem key={id} id={id} textValue={text} className="palette-item">
              <Text slot="label">{text}</Text>
              <Text slot="description" className="quiet">
                {detail}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  )
}
