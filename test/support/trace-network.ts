import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../electron/runtime/cache-folder.ts'
import { launchLuwte, type LaunchOptions, type RunningLuwte } from './launch-electron.ts'

/** Puts strace before programs and reads back what they sent. */
export interface NetworkTracer {
  /** For {@link LaunchOptions}: the program that starts `program` traced, with every process it makes. */
  readonly startWith: (program: string) => string
  /**
   * What was traced until now: how many calls that send or connect, those that went to an internet address, and how many
   * sockets for connections were opened at all: the test driver has two for each start, and answers come over them.
   */
  read(): { readonly calls: number; readonly toTheInternet: readonly string[]; readonly tcpSockets: number }
  /** Removes the records. */
  remove(): void
}

/** A tracer of as many starts as one likes, each with a record of its own. */
export function networkTracer(): NetworkTracer {
  const folder = mkdtempSync(join(temporaryFolder(), 'luwte-strace-'))
  const records: string[] = []
  return {
    startWith: (program) => {
      const record = join(folder, `record-${records.length}`)
      records.push(record)
      return writeTracer(record, program)
    },
    read: () => {
      const lines = records.map((record) => readFileSync(record, 'utf8'))
      return {
        calls: lines.reduce((sum, text) => sum + countCalls(text), 0),
        toTheInternet: lines.flatMap(callsToTheInternet),
        tcpSockets: lines.reduce((sum, text) => sum + countTcpSockets(text), 0),
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/**
 * Starts Luwte with every process of it traced by strace, lets `run` use it, ends it, and returns each system call
 * with which something was sent to an internet address or a connection to one was tried: an empty list is what is
 * hoped for. Only answers to the test driver, who connects to the program over the loopback, are left out.
 */
export async function runUnderStrace(
  run: (luwte: RunningLuwte) => Promise<void>,
  options: LaunchOptions = {},
): Promise<readonly string[]> {
  const tracer = networkTracer()
  try {
    const luwte = await launchLuwte({ ...options, startWith: tracer.startWith })
    try {
      await run(luwte)
    } finally {
      await luwte.stop()
    }
    return tracer.read().toTheInternet
  } finally {
    tracer.remove()
  }
}

function countCalls(record: string): number {
  return record.split('\n').filter((line) => /\b(connect|sendto|sendmsg|sendmmsg)\(/.test(line)).length
}

function countTcpSockets(record: string): number {
  return record.split('\n').filter((line) => /\bsocket\(AF_INET6?, SOCK_STREAM/.test(line)).length
}

/**
 * The offending lines of what `strace -f -yy` wrote about socket, bind, connect, sendto, sendmsg and sendmmsg. A socket
 * for packets that nothing is sent from and that is bound to no address stays out of it: through such ones Chromium
 * asks the kernel about its interfaces.
 */
export function callsToTheInternet(record: string): readonly string[] {
  return record.split('\n').filter((line) => {
    if (/\bsocket\((AF_PACKET|AF_INET6?, SOCK_RAW)/.test(line)) return true
    const call = /\b(bind|connect|sendto|sendmsg|sendmmsg)\((\d+<.*)/.exec(line)
    if (call === null) return false
    const [, name, rest = ''] = call
    const namesAddress = /sa_family=AF_INET6?\b/.test(rest)
    if (name === 'connect') return namesAddress
    // Where the driver connects: nobody from another computer can.
    if (name === 'bind') return namesAddress && !(/^\d+<TCP/.test(rest) && namesLoopback.test(rest))
    return namesAddress || /^\d+<UDP/.test(rest) || (/^\d+<TCP/.test(rest) && !isAnswerToDriver(rest))
  })
}

const namesLoopback = /inet_addr\("127\.0\.0\.1"\)|inet_pton\(AF_INET6, "::1"/

/** Both ends on the loopback: nothing of the program connects there (that would be a `connect`), only the driver. */
function isAnswerToDriver(rest: string): boolean {
  return /^\d+<TCP(?:v6)?:\[(?:127\.0\.0\.1|\[::1\]|\[::ffff:127\.0\.0\.1\]):\d+->(?:127\.0\.0\.1|\[::1\]|\[::ffff:127\.0\.0\.1\]):\d+\]>/.test(
    rest,
  )
}

function writeTracer(record: string, program: string): string {
  const path = `${record}.sh`
  writeFileSync(
    path,
    `#!/bin/sh
exec strace -f -qq -yy -s 0 -o "${record}" -e trace=socket,bind,connect,sendto,sendmsg,sendmmsg -e signal=none "${program}" "$@"
`,
  )
  chmodSync(path, 0o755)
  return path
}
