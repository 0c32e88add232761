/**
 * Why a backup is not used. `damaged`: a checksum or a length does not fit. `tampered`: the checksums fit, a seal or
 * what is said in clear does not. `older-state` and `newer-state`: whole and genuine, and not the state that was asked for. `fields` names
 * parts: `file`, `beginning`, `header`, `end` (cut short), `after-end` (extended), `content`, `chunk-3`, `keyring`,
 * `manifest`, `record-3`, all counted from 0; `name`: it lies under another name than its own.
 */
export type BackupRefusal =
  | {
      refused:
        'no-backup' | 'not-a-backup' | 'other-vault' | 'older-state' | 'newer-state' | 'wrong-passphrase'
    }
  | { refused: 'wrong-recovery-key'; groups: number[] }
  | { refused: 'newer-format'; format: number }
  | { refused: 'damaged' | 'tampered'; fields: string[] }

/** Why a folder does not take a file; whatever it was, nothing unfinished stays under a final name. */
export type TargetRefusal = {
  refused:
    | 'target-missing'
    | 'disk-full'
    | 'no-permission'
    | 'name-taken'
    | 'write-failed'
    | 'destroyed-list-unusable'
}

export const damaged = (field: string): BackupRefusal => ({ refused: 'damaged', fields: [field] })
export const tampered = (field: string): BackupRefusal => ({ refused: 'tampered', fields: [field] })

const codes = new Map<string, TargetRefusal['refused']>([
  ...[
    'ENOENT',
    'ENOTDIR',
    'ENODEV',
    'ENXIO',
    'ENOTCONN',
    'ESTALE',
    'ETIMEDOUT',
    'EHOSTDOWN',
    'EHOSTUNREACH',
  ].map((code) => [code, 'target-missing'] as const),
  ...['ENOSPC', 'EDQUOT', 'EFBIG'].map((code) => [code, 'disk-full'] as const),
  ...['EACCES', 'EPERM', 'EROFS'].map((code) => [code, 'no-permission'] as const),
])

/** File systems that know no fsync of a folder answer so; their renames are as durable as they make them. */
export const noFolderSync = ['EINVAL', 'ENOTSUP', 'ENOSYS']

/** The system's code of an error, such as `ENOSPC`; empty when it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What the system's error means for a target; an error that is not the system's is a bug and thrown again. */
export function targetRefusal(error: unknown): TargetRefusal {
  const code = codeOf(error)
  if (code === '') throw error
  return { refused: codes.get(code) ?? 'write-failed' }
}
