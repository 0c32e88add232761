import { readFile } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { createHash, randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Disk } from './disk.ts'
import { stopReason } from './finding.ts'
import { putInPlace } from './vault-files.ts'

/**
 * Who holds a vault: computer (hashed), run of its operating system, process and when that started. Other fields
 * are let through, for a later version that adds one must still be seen to hold the vault.
 */
export const LockHolder = z.object({
  machine: z.string(),
  boot: z.string(),
  pid: z.int().positive(),
  started: z.string(),
  token: z.string(),
})
export type LockHolder = z.infer<typeof LockHolder>

const lockName = 'lock.json'
/** Ours has some two hundred; what is longer is no lock, and somebody may have put anything there. */
const mostLockBytes = 16 * 1024
/** What reading a folder, a pipe or a link to itself comes to. */
const noFile = ['ENOTFILE', 'EISDIR', 'ELOOP', 'ENXIO']

/**
 * A lock that was taken; releasing it twice does nothing. `unwritable` says why nothing could be written: then no
 * lock was left, and the vault may only be read.
 */
export type HeldLock = {
  release(): Promise<void>
  /** Whether the lock still names this process: `missing` when it is gone, `tampered` when it names another. */
  look(): Promise<'ours' | 'missing' | 'tampered'>
  unwritable?: 'disk-full' | 'write-failed' | 'in-use'
}

/** What stands for a lock where another holds the vault, or seems to: it may be read, and nothing is ever written. */
export const noLock: HeldLock = {
  release: () => Promise.resolve(),
  look: () => Promise.resolve('tampered'),
  unwritable: 'in-use',
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch {
    // Only Linux has these files; elsewhere the caller falls back.
    return undefined
  }
}

/**
 * State and start of a process (Linux, fields 3 and 22 of stat; the start in clock ticks since boot); empty where
 * they are unknown.
 */
async function lifeOf(pid: number): Promise<{ state: string; started: string }> {
  const stat = await textOf(`/proc/${pid}/stat`)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { state: fields?.[0] ?? '', started: fields?.[19] ?? '' }
}

async function ourselves(): Promise<LockHolder> {
  const machine = (await textOf('/etc/machine-id')) || hostname()
  const bootMinute = Math.round((Date.now() / 1000 - uptime()) / 60)
  return {
    machine: createHash('sha256').update(machine).digest('hex').slice(0, 32),
    boot: (await textOf('/proc/sys/kernel/random/boot_id')) || `minute-${bootMinute}`,
    pid: process.pid,
    started: (await lifeOf(process.pid)).started,
    token: randomUUID(),
  }
}

function sameBoot(one: string, other: string): boolean {
  const minutes = [one, other].map((boot) => /^minute-(\d+)$/.exec(boot)?.[1])
  // Computed from the clock, the minute of booting may shift a little when the clock is set.
  if (minutes[0] && minutes[1]) return Math.abs(Number(minutes[0]) - Number(minutes[1])) <= 2
  return one === other
}

async function isAlive(holder: LockHolder, us: LockHolder): Promise<boolean> {
  // Over a share nobody can see whether the other computer still runs: its lock stands.
  if (holder.machine !== us.machine) return true
  if (!sameBoot(holder.boot, us.boot)) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
  }
  const { state, started } = await lifeOf(holder.pid)
  // Killed, and its parent has not asked after it yet: it keeps its number and writes nothing any more.
  if (state === 'Z' || state === 'X') return false
  return started === '' || holder.started === '' || started === holder.started
}

function parseHolder(bytes: Uint8Array): LockHolder | undefined {
  try {
    return LockHolder.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data
  } catch {
    // A lock is linked into place whole, so one that is no JSON was not left by a living holder.
    return undefined
  }
}

/** The bytes of a lock; none of one that is no file, which no holder left. */
async function readLock(disk: Disk, path: string): Promise<Uint8Array | undefined> {
  return disk.read(path, mostLockBytes).catch((error: unknown) => {
    const isNoFile = error instanceof Error && 'code' in error && noFile.includes(String(error.code))
    if (isNoFile) return new Uint8Array(0)
    throw error
  })
}

/**
 * Takes the vault for this process, or answers `in-use`. Node has no flock, so a file names the holder; a lock of
 * a process that ended (crash, power cut) is taken over. Whoever holds it removes what others wrote beside it: that
 * of a killed process would stay for ever, and one that is still trying came too late.
 */
export async function takeLock(disk: Disk, folder: string): Promise<HeldLock | 'in-use'> {
  const us = await ourselves()
  const path = join(folder, lockName)
  const mine = join(folder, `lock-${us.token}.tmp`)
  try {
    await disk.create(mine, new TextEncoder().encode(JSON.stringify(us)))
  } catch (error) {
    await disk.remove(mine).catch(() => undefined)
    return forReading(disk, path, us, error)
  }
  try {
    let taken = await disk.link(mine, path)
    if (!taken) {
      const bytes = await readLock(disk, path)
      taken = bytes ? await takeOver({ disk, folder, us, mine }, bytes, bytes) : false
    }
    if (!taken) return 'in-use'
    await removeAttempts(disk, folder).catch(() => undefined)
    return { release: () => release(disk, path, us.token), look: () => look(disk, path, us.token) }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const isRemovedByHolder = error.code === 'ENOENT'
    return isRemovedByHolder ? 'in-use' : await forReading(disk, path, us, error)
  } finally {
    await disk.remove(mine)
  }
}

/** On a full or read-only disk, where no lock can be left, the advisor must still be able to read. */
async function forReading(
  disk: Disk,
  path: string,
  us: LockHolder,
  error: unknown,
): Promise<HeldLock | 'in-use'> {
  const bytes = await readLock(disk, path)
  const holder = bytes && parseHolder(bytes)
  if (holder && (await isAlive(holder, us))) return 'in-use'
  // There is none to look at.
  const look = () => Promise.resolve('ours' as const)
  return { release: () => Promise.resolve(), look, unwritable: stopReason(error) }
}

async function removeAttempts(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.list(folder))
    if (/^lock-.*\.tmp$/.test(name)) await disk.remove(join(folder, name))
}

type Taking = { disk: Disk; folder: string; us: LockHolder; mine: string }

/**
 * Replaces the stale lock `lock`. The right to do so is a second name, made from the stale lock's content, that one
 * process only can give; if that one ended half-way, its claim is what is taken over (`stale`). Whoever gets a
 * claim looks at the lock once more: an earlier winner may have replaced it and tidied up its claim.
 */
async function takeOver(taking: Taking, lock: Uint8Array, stale: Uint8Array): Promise<boolean> {
  const { disk, folder, us, mine } = taking
  const holder = parseHolder(stale)
  if (holder && (await isAlive(holder, us))) return false
  const path = join(folder, lockName)
  const claim = join(folder, `lock-${createHash('sha256').update(stale).digest('hex')}.claim`)
  if (!(await disk.link(mine, claim))) {
    const claimed = await readLock(disk, claim)
    return claimed ? takeOver(taking, lock, claimed) : false
  }
  const now = await readLock(disk, path)
  const isOurs = now !== undefined && Buffer.compare(now, lock) === 0
  if (!isOurs) {
    await disk.remove(claim)
    return false
  }
  try {
    await putInPlace(disk, folder, basename(mine), lockName)
  } catch (error) {
    // Or this process, which lives, would keep itself out the next time.
    await disk.remove(claim).catch(() => undefined)
    throw error
  }
  await removeClaims(disk, folder).catch(() => undefined)
  return true
}

async function removeClaims(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.list(folder)) {
    if (name.endsWith('.claim')) await disk.remove(join(folder, name))
  }
}

async function look(disk: Disk, path: string, token: string): Promise<'ours' | 'missing' | 'tampered'> {
  const bytes = await readLock(disk, path)
  if (!bytes) return 'missing'
  return parseHolder(bytes)?.token === token ? 'ours' : 'tampered'
}

async function release(disk: Disk, path: string, token: string): Promise<void> {
  const bytes = await readLock(disk, path)
  if (bytes && parseHolder(bytes)?.token === token) await disk.remove(path)
}
