import { type HostInfo } from '#shared/contracts/host.ts'
import { Button } from '../../ui/button.tsx'
import { appText } from '../../locale/app.ts'

export function UnlockScreen({ onOpened }: { info: HostInfo; onOpened: () => void }) {
  return (
    <main>
      <h1>{appText.name}</h1>
      <Button onPress={onOpened}>Ontgrendel</Button>
    </main>
  )
}
