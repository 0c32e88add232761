import './field.css'
import { type Ref } from 'react'
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components'
import { useUiWords } from './words.tsx'

export type SearchFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  autoFocus?: boolean
  inputRef?: Ref<HTMLInputElement>
}

/** Finds by typing; Escape empties it. Its label is spoken, its placeholder is seen. */
export function SearchField({ label, placeholder = label, inputRef, value, ...rest }: SearchFieldProps) {
  const words = useUiWords()
  return (
    <AriaSearchField className="field" aria-label={label} value={value} {...rest}>
      <div className="field-with-button">
        <Input
          className="field-input"
          placeholder={placeholder}
          spellCheck="false"
          autoComplete="off"
          ref={inputRef ?? null}
        />
        {value !== '' && (
          <Button aria-label={words.clear}>
            <span aria-hidden="true">✕</span>
          </Button>
        )}
      </div>
    </AriaSearchField>
  )
}
