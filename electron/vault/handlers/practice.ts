import { refuseNumbering } from '#shared/invoicing/issue.ts'
import { put } from '../caseload.ts'
import { wholeWorkingSet } from '../working-set-rows-of.ts'
import { type Handlers } from './handler.ts'

/** The practice itself, the working set of the screen, and taking back. */
export const practiceHandlers: Handlers<'practice.save' | 'workingSet.load' | 'undo.last'> = {
  'practice.save': async (practice, vault) => {
    const kept = vault.caseload.get('practice', 'practice')?.numberedElsewhere ?? null
    const begun = refuseNumbering(practice.numberedElsewhere, kept, vault.caseload.all('invoice'))
    if (begun !== null) return begun
    await vault.write('practice.save', [put('practice', { ...practice, id: 'practice' })])
    return {}
  },

  'workingSet.load': async (_input, vault) => {
    for (const changes of wholeWorkingSet(vault.caseload)) {
      vault.emit({ event: 'changes', changes, state: vault.caseload.state })
      // Lets the port deliver one batch before the next is made, so that the first cases show at once.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return {}
  },

  'undo.last': async (_input, vault) => vault.undo(),
}
