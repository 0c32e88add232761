import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../electron/runtime/cache-folder.ts'
import { launchLuwte, type LaunchOptions, type RunningLuwte } from './launch-electron.ts'

/**
 * Starts Luwte with every process of it traced by strace, lets `run` use it, ends it, and returns each system call
 * with which something was sent to an internet address or a connection to one was tried: an empty list is what is
 * hoped for. Only answers to the test driver, who connects to the program over the loopback, are left out.
 */
export async function runUnderStrace(
  run: (luwte: RunningLuwte) => Promise<void>,
  options: LaunchOptions = {},
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(temporaryFolder(), 'luwte-strace-'))
  const record = join(folder, 'record')
  try {
    const luwte = await launchLuwte({
      ...options,
      startWith: (program) => writeTracer(folder, record, program),
    })
    try {
      await run(luwte)
    } finally {
      await luwte.stop()
    }
    return callsToTheInternet(readFileSync(record, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The offending lines of what `strace -f -yy` wrote about connect, sendto, sendmsg and sendmmsg. */
export function callsToTheInternet(record: string): readonly string[] {
  return record.split('\n').filter((line) => {
    const call = /\b(connect|sendto|sendmsg|sendmmsg)\((\d+<.*)/.exec(line)
    if (call === null) return false
    const [, name, rest = ''] = call
    const namesAddress = /sa_family=AF_INET6?\b/.test(rest)
    if (name === 'connect') return namesAddress
    return namesAddress || /^\d+<UDP/.test(rest) || (/^\d+<TCP/.test(rest) && !isAnswerToDriver(rest))
  })
}

/** Both ends on the loopback: nothing of the program connects there (that would be a `connect`), only the driver. */
function isAnswerToDriver(rest: string): boolean {
  return /^\d+<TCP(?:v6)?:\[(?:127\.0\.0\.1|\[::1\]|\[::ffff:127\.0\.0\.1\]):\d+->(?:127\.0\.0\.1|\[::1\]|\[::ffff:127\.0\.0\.1\]):\d+\]>/.test(
    rest,
  )
}

function writeTracer(folder: string, record: string, program: string): string {
  const path = join(folder, 'traced')
  writeFileSync(
    path,
    `#!/bin/sh
exec strace -f -qq -yy -s 0 -o "${record}" -e trace=connect,sendto,sendmsg,sendmmsg -e signal=none "${program}" "$@"
`,
  )
  chmodSync(path, 0o755)
  return path
}
