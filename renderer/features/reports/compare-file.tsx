import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type AttackedKind, attackText as text } from '../../locale/attack.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { ask } from '../../working-set/client.ts'
import { host } from '../../working-set/host.ts'

type Recognised = VaultAnswer<'report.recogniseFile'>['is']
type Props = { kind: AttackedKind; pdf: Uint8Array; spreadsheet: Uint8Array }

/** Says whether a file that she handed over is one of those that were attacked, byte for byte. */
export function CompareFile({ kind, pdf, spreadsheet }: Props) {
  const [compared, setCompared] = useState<{ name: string; is: Recognised } | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)

  const compare = async () => {
    const chosen = await host.chooseFile({ purpose: 'report' })
    if (chosen === null) return
    const answer = await ask('report.recogniseFile', {
      token: chosen.token,
      pdf: new Uint8Array(pdf),
      spreadsheet: new Uint8Array(spreadsheet),
    })
    setRefusal(isRefusal(answer) ? answer : null)
    setCompared(isRefusal(answer) ? null : { name: chosen.name, is: answer.is })
  }

  return (
    <div className="stack">
      <h3>{text.compareTitle}</h3>
      <p>{text.whichBytes(kind)}</p>
      <div>
        <Button onPress={() => void compare()}>{text.compare}</Button>
      </div>
      <RefusalNotice refusal={refusal} />
      <div role="status">
        {compared !== null && (
          <Notice tone={compared.is === 'neither' ? 'warn' : 'calm'} title={compared.name}>
            {text.compared(kind)[compared.is]}
          </Notice>
        )}
      </div>
    </div>
  )
}
