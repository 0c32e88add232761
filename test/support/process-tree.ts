import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

interface RunningProcess {
  readonly pid: number
  readonly parent: number
  readonly state: string
}

/** The process and all its descendants that run now (zombies left out), parents first. Linux only. */
export function processTree(root: number): readonly number[] {
  const all = runningProcesses()
  const tree = all.some(({ pid }) => pid === root) ? [root] : []
  for (const pid of tree) tree.push(...all.filter(({ parent }) => parent === pid).map((child) => child.pid))
  return tree
}

/** Kills a process and all its descendants at once, children first. */
export function killTree(root: number): void {
  for (const pid of [...processTree(root)].reverse()) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      const endedMeanwhile = error instanceof Error && 'code' in error && error.code === 'ESRCH'
      if (!endedMeanwhile) throw error
    }
  }
}

/** Whether this process runs; a zombie, which holds no memory any more, does not. */
export function isAlive(pid: number): boolean {
  return readProcess(pid) !== undefined
}

/** The command line of a process, or '' when it is gone. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

/**
 * Files on a disk that these processes hold open though their names are gone, as paths through which they can be read. What
 * lies in memory alone is left out.
 */
export function unlinkedFiles(pids: readonly number[]): readonly string[] {
  return pids
    .flatMap((pid) => openFiles(pid))
    .filter(({ target }) => target.endsWith(' (deleted)') && !/^\/(dev\/shm|memfd:)/.test(target))
    .map(({ path }) => path)
}

function openFiles(pid: number): readonly { path: string; target: string }[] {
  try {
    return readdirSync(`/proc/${pid}/fd`)
      .map((name) => `/proc/${pid}/fd/${name}`)
      .flatMap((path) => targetOf(path))
  } catch {
    // The process ended meanwhile.
    return []
  }
}

function targetOf(path: string): readonly { path: string; target: string }[] {
  try {
    return [{ path, target: readlinkSync(path) }]
  } catch {
    return []
  }
}

/** The processes that run now and whose command line holds this text. */
export function processesWith(text: string): readonly number[] {
  return runningProcesses()
    .map(({ pid }) => pid)
    .filter((pid) => commandLine(pid).includes(text))
}

function runningProcesses(): readonly RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? [])
}

function readProcess(pid: number): RunningProcess | undefined {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined
  }
  // The name stands in brackets and may itself hold spaces and brackets.
  const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return state === 'Z' || state === 'X' ? undefined : { pid, parent: Number(parent), state }
}
