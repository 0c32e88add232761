import { z } from 'zod'
import { CalendarDate } from '#shared/calendar/calendar-date.ts'
import { KeyMark } from '#shared/contracts/key-mark.ts'
import { Destruction } from '#shared/casework/destruction.ts'
import { FilledLine } from '#shared/kernel/text.ts'

/** Eleven groups of six symbols of Crockford's base32, as the vault writes a recovery key. */
const RecoveryKeyText = z.string().regex(/^(?:[0-9A-HJKMNP-TV-Z]{6}-){10}[0-9A-HJKMNP-TV-Z]{6}$/)
const Told = z.string().trim().min(1).max(4000)

/** The sheet of a recovery key: the key, its mark and a day, nothing that says whose it is. */
export const RecoverySheet = z.strictObject({
  recoveryKey: RecoveryKeyText,
  mark: KeyMark,
  madeOn: CalendarDate,
})
export type RecoverySheet = z.infer<typeof RecoverySheet>

/** The emergency envelope: a key of its own, whom to call, where the computer is, what to do. */
export const EmergencyEnvelope = z.strictObject({
  recoveryKey: RecoveryKeyText,
  mark: KeyMark,
  madeOn: CalendarDate,
  whom: Told,
  where: Told,
  what: Told,
})
export type EmergencyEnvelope = z.infer<typeof EmergencyEnvelope>

/** The line that remains of a destruction, as it stood on a day, and who answers for it. */
export const DestructionCertificate = z.strictObject({
  destruction: Destruction,
  advisorName: FilledLine,
  printedOn: CalendarDate,
})
export type DestructionCertificate = z.infer<typeof DestructionCertificate>
