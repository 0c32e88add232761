import { useState } from 'react'
import { vaultText } from '../../locale/vault.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { type FieldProps } from '../../ui/field-frame.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** A secret that is typed unseen, unless the advisor wants to see it. */
export function SecretField(props: FieldProps<string>) {
  const [isShown, setShown] = useState(false)
  return (
    <div>
      <TextField type={isShown ? 'text' : 'password'} {...props} />
      <Checkbox isSelected={isShown} onChange={setShown}>
        {vaultText.unlock.show}
      </Checkbox>
    </div>
  )
}
