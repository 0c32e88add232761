import { useState } from 'react'
import { type Destruction } from '#shared/casework/destruction.ts'
import { WithCase } from '../with-case.tsx'
import { DestroyForm } from './destroy-form.tsx'
import { Destroyed } from './destroyed.tsx'

/** Destroys a case, or only its names, and says what came of it: also when the case is no more. */
export function DestroyScreen({ id, what }: { id: string; what: Destruction['what'] }) {
  const [destructionId, setDestructionId] = useState<string | null>(null)
  if (destructionId !== null) return <Destroyed destructionId={destructionId} caseId={id} />
  return (
    <WithCase id={id} once>
      {({ caseFile }) => <DestroyForm caseFile={caseFile} what={what} onDestroyed={setDestructionId} />}
    </WithCase>
  )
}
