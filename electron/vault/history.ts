import { type Caseload, type Intention, put } from './caseload.ts'
import { caseloadKinds, type CaseloadRecord } from './caseload-kinds.ts'
import { type Anchor } from './store/backup/anchors.ts'
import { type Content } from './store/content.ts'

type History = CaseloadRecord<'history'>

/** Some months of them; what is older is not judged. */
const MOST_STATES = 500

/** A history that goes on with these states. */
function extended(history: History | undefined, states: readonly Anchor[]): History {
  const known = history?.states ?? []
  const fresh = states.filter(({ head }) => !known.some((one) => one.head === head))
  const all = [...known, ...fresh].sort((a, b) => a.stateNumber - b.stateNumber)
  return { id: 'history', states: all.slice(-MOST_STATES) }
}

/** What has to be written for the vault to know that it was in these states; nothing when it knows. */
export function reaching(caseload: Caseload, states: readonly Anchor[]): Intention[] {
  const before = caseload.get('history', 'history')
  const after = extended(before, states)
  return after.states.length === (before?.states.length ?? 0) ? [] : [put('history', after)]
}

/** The same for a vault that begins an epoch while it is restored: that it was in the state of its backup. */
export function reachingBackup({ records, stateNumber, head }: Content) {
  const before = caseloadKinds.history.safeParse(records.get('history')?.body)
  const body = extended(before.data, [{ stateNumber, head: Buffer.from(head).toString('hex') }])
  return [{ id: body.id, kind: 'history', scope: 'common', schema: 1, body }]
}
