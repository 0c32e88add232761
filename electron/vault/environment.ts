import { type VaultEvent } from '#shared/contracts/working-set-rows.ts'
import { type Drill } from './store/backup/drill-order.ts'
import { type Prove } from './store/backup/prove-backup.ts'
import { type Kdf, type KdfParams } from './store/crypto/v1/kdf.ts'
import { type Disk } from './store/disk.ts'

/** What the vault process has from the world outside it: the only place where time and dice come in. */
export type VaultEnvironment = {
  vaultDir: string
  /** Where an open vault writes. */
  disk: Disk
  kdf: Kdf
  /** What deriving a passphrase's key may cost on this computer. */
  kdfParams: () => Promise<KdfParams>
  /** Reads a backup back in a process that holds nothing else. */
  prove: Prove
  /** Opens a backup in a process of its own. */
  drill: Drill
  /** This instant, ISO 8601 in UTC. */
  now: () => string
  /** The calendar date where the advisor is, `YYYY-MM-DD`. */
  today: () => string
  random: (count: number) => Uint8Array
  /** The path behind a token that the main process gave out for a chosen file. */
  filePath: (token: string) => string | undefined
  emit: (event: VaultEvent) => void
}
