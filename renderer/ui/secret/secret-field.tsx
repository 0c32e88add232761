import { useState } from 'react'
import { vaultText } from '../../locale/vault.ts'
import { Checkbox } from '../checkbox.tsx'
import { type FieldProps } from '../field-frame.tsx'
import { TextField } from '../text-field.tsx'

/** A secret that is typed unseen, unless the advisor wants to see it. */
export function SecretField(props: FieldProps<string>) {
  const [isShown, setShown] = useState(false)
  return (
    <div>
      <SecretInput isShown={isShown} {...props} />
      <ShowSecret isShown={isShown} onChange={setShown} />
    </div>
  )
}

/** A field for a secret without a box of its own, where one box shows several. */
export function SecretInput({ isShown, ...props }: FieldProps<string> & { isShown: boolean }) {
  return <TextField type={isShown ? 'text' : 'password'} {...props} />
}

/** The box that makes what was typed readable. */
export function ShowSecret({
  isShown,
  onChange,
}: {
  isShown: boolean
  onChange: (isShown: boolean) => void
}) {
  return (
    <Checkbox isSelected={isShown} onChange={onChange}>
      {vaultText.unlock.show}
    </Checkbox>
  )
}
