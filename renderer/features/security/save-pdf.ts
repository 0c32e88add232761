import { type SaveAnswer } from '#shared/contracts/host.ts'
import { host } from '../../working-set/host.ts'

/** Writes a PDF where the advisor says, and nowhere else. */
export function savePdf(bytes: Uint8Array, suggestedName: string): Promise<SaveAnswer> {
  return host.saveFile({ suggestedName, kind: 'pdf', bytes: new Uint8Array(bytes) })
}
