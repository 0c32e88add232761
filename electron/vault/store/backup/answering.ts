import { resolve } from 'node:path'
import type { Disk } from '../disk.ts'

/** How long a look at a place may take, in milliseconds: what answers later is not there. */
export const LONGEST_LOOK = 3000
/** The same for reading and writing, where nobody waits: a disk may have to begin turning. */
const LONGEST_TOUCH = 10_000
/** Time counts in so many pieces: a while in which this process was too busy to hear an answer is one of them at most. */
const TICKS = 20
/** In bytes a millisecond; what is slower than the slowest of sticks does not answer. */
const SLOWEST = 128

/** How long reading or writing so many bytes may take, in milliseconds. */
export const patienceFor = (bytes: number): number => LONGEST_TOUCH + bytes / SLOWEST

/** A place that did not answer in its time; bears the code of a share that gives up by itself. */
class NoAnswer extends Error {
  readonly code = 'ETIMEDOUT'
}

/** Work at a place that is not wanted any more. */
class CalledOff extends Error {
  readonly code = 'ECANCELED'
}

/** Places that owe an answer of which the time is over, and how many. */
const owing = new Map<string, number>()

function owes(place: string, work: Promise<unknown>): void {
  owing.set(place, (owing.get(place) ?? 0) + 1)
  const settled = (): void => {
    const left = (owing.get(place) ?? 1) - 1
    if (left > 0) owing.set(place, left)
    else owing.delete(place)
  }
  void work.then(settled, settled)
}

/** `most` in milliseconds; `signal` ends the waiting at once. */
type Waiting = { most?: number; signal?: AbortSignal | undefined }

/**
 * What a touch of a place comes to, and where it takes too long `NoAnswer`, for a share whose computer was switched off
 * answers never. The touch itself cannot be called off: as long as one is owed, the place is not touched again, for each
 * would hold one of the few threads through which this process reaches any disk at all. `work` is given a way to ask
 * for another time from now on, once it knows how much there is to read.
 */
export async function answering<Value>(
  folder: string,
  work: (longer: (milliseconds: number) => void) => Promise<Value>,
  { most = LONGEST_TOUCH, signal }: Waiting = {},
): Promise<Value> {
  const place = resolve(folder)
  if (signal?.aborted) throw new CalledOff()
  if (owing.has(place)) throw new NoAnswer()
  let clock: NodeJS.Timeout | undefined
  let isHeard = false
  let calledOff: (() => void) | undefined
  try {
    return await new Promise<Value>((answer, reject) => {
      const wait = (milliseconds: number): void => {
        clearInterval(clock)
        if (isHeard) return
        let left = TICKS
        clock = setInterval(() => {
          left -= 1
          if (left > 0) return
          owes(place, touch)
          reject(new NoAnswer())
        }, milliseconds / TICKS)
      }
      calledOff = () => reject(new CalledOff())
      signal?.addEventListener('abort', calledOff)
      wait(most)
      const touch = work(wait)
      touch.then(answer, reject)
    })
  } finally {
    isHeard = true
    clearInterval(clock)
    if (calledOff) signal?.removeEventListener('abort', calledOff)
  }
}

/**
 * A disk of which every touch of this place has its time. Once the work is called off nothing is begun any more but
 * taking away; what is under way is let finish, so that it can be taken away.
 */
export function answeringDisk(disk: Disk, folder: string, signal?: AbortSignal): Disk {
  const touch = async <Value>(work: () => Promise<Value>, most?: number): Promise<Value> => {
    if (signal?.aborted) throw new CalledOff()
    return answering(folder, work, most === undefined ? {} : { most })
  }
  return {
    makeFolder: (path) => touch(() => disk.makeFolder(path)),
    list: (path) => touch(() => disk.list(path)),
    read: (path, most) => touch(() => disk.read(path, most)),
    create: (path, bytes) => touch(() => disk.create(path, bytes), patienceFor(bytes.length)),
    append: (path) => touch(() => disk.append(path)),
    link: (path, name) => touch(() => disk.link(path, name)),
    rename: (path, name) => touch(() => disk.rename(path, name)),
    remove: (path) => answering(folder, () => disk.remove(path)),
    syncFolder: (path) => touch(() => disk.syncFolder(path)),
  }
}
