import type { Header } from './crypto/v1/header.ts'
import type { Dice } from './crypto/v1/seal.ts'
import type { SlotName } from './crypto/v1/slot.ts'
import type { Content } from './content.ts'
import type { Disk } from './disk.ts'
import type { Finding } from './finding.ts'
import type { Keyring } from './keyring.ts'
import type { HeldLock } from './lock-file.ts'

/** What an opened vault consists of; made by opening and by preparing, nowhere else. */
export type StoreParts = {
  disk: Disk
  folder: string
  random: Dice
  lock: HeldLock
  keyring: Keyring
  header: Header
  headerBytes: Uint8Array
  content: Content
  findings: Finding[]
  openedWith: SlotName
  /** The generation whose journal is continued, and how long that journal is. */
  generation: number
  journalSize: number
  /** The newest snapshot known to be whole: everything from this generation on is kept. */
  keepFrom: number
}
