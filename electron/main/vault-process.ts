import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { join } from 'node:path'
import { FromVault, type ToVault } from '#shared/contracts/vault-process.ts'

/** The vault process and the short-lived processes that derive keys and prove backups for it, seen from main. */
export interface VaultProcess {
  /** Hands the vault its end of the channel to the page. */
  readonly connect: (port: MessagePortMain) => void
  /** Makes the file behind a token known. */
  readonly rememberPath: (token: string, path: string) => void
  /** Resolves when the vault took no more work, finished, flushed and closed; also when it is gone. */
  readonly drain: () => Promise<void>
  /** Ends the processes at once. */
  readonly kill: () => void
}

/** Starts the vault process. `ended` is called once, when it ends for whatever reason. */
export function startVault(vaultDir: string, ended: () => void): VaultProcess {
  const vault = fork('vault', 'Luwte kluis')
  const shortLived = new Set<UtilityProcess>()
  let afterDrain: () => void = () => undefined
  const drained = new Promise<void>((resolve) => (afterDrain = resolve))

  vault.on('message', (message: unknown) => {
    const parsed = FromVault.parse(message)
    switch (parsed.tell) {
      case 'kdf-wanted':
        return forkShortLived('kdf', 'Luwte sleutel', { tell: 'kdf-port', request: parsed.request })
      case 'proof-wanted':
        return forkShortLived('proof', 'Luwte kopie', { tell: 'proof-port', request: parsed.request })
      case 'drained':
        return afterDrain()
    }
  })
  vault.once('exit', () => {
    afterDrain()
    ended()
  })
  tell({ tell: 'start', vaultDir })

  function tell(message: ToVault, ports: MessagePortMain[] = []): void {
    vault.postMessage(message, ports)
  }

  function forkShortLived(entry: 'kdf' | 'proof', serviceName: string, joined: ToVault): void {
    const started = fork(entry, serviceName)
    shortLived.add(started)
    started.once('exit', () => shortLived.delete(started))
    const { port1, port2 } = new MessageChannelMain()
    started.postMessage('start', [port1])
    tell(joined, [port2])
  }

  return {
    connect: (port) => tell({ tell: 'page-port' }, [port]),
    rememberPath: (token, path) => tell({ tell: 'chosen', token, path }),
    drain: () => {
      tell({ tell: 'drain' })
      return drained
    },
    kill: () => {
      for (const each of [vault, ...shortLived]) killAtOnce(each)
    },
  }
}

/**
 * In the vault process a place for backups that does not answer holds a thread until it does; with the usual four of them,
 * a few such places would keep the vault itself from its disk.
 */
const threads = '32'

function fork(entry: 'vault' | 'kdf' | 'proof', serviceName: string): UtilityProcess {
  const env = { ...process.env, UV_THREADPOOL_SIZE: threads }
  return utilityProcess.fork(join(__dirname, `${entry}.cjs`), [], { serviceName, execArgv: [], env })
}

function killAtOnce(each: UtilityProcess): void {
  if (each.pid === undefined) return
  try {
    process.kill(each.pid, 'SIGKILL')
  } catch {
    each.kill()
  }
}
