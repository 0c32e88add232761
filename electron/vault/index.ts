import { randomBytes } from 'node:crypto'
import { totalmem } from 'node:os'
import type { MessagePortMain } from 'electron'
import { ToVault, type FromVault } from '#shared/contracts/vault-process.ts'
import { answerPage } from './answer-page.ts'
import { createDispatch } from './dispatch.ts'
import { makeKdfClient } from './kdf-client.ts'
import { localDate } from './local-date.ts'
import { nodeDisk } from './store/node-disk.ts'
import { calibrateKdf } from './store/store.ts'
import { makeProofClient } from './proof-client.ts'

const main = process.parentPort
const tellMain = (message: FromVault): void => main.postMessage(message)
const paths = new Map<string, string>()
const { kdf, arrived } = makeKdfClient(tellMain)
const proofs = makeProofClient(tellMain)
let vault: ReturnType<typeof start> | undefined

main.on('message', ({ data, ports }) => {
  const told = ToVault.parse(data)
  switch (told.tell) {
    case 'start':
      vault ??= start(told.vaultDir)
      return
    case 'page-port':
      return vault?.connect(first(ports))
    case 'kdf-port':
      return arrived(told.request, first(ports))
    case 'proof-port':
      return proofs.arrived(told.request, first(ports))
    case 'chosen':
      paths.set(told.token, told.path)
      return
    case 'drain':
      void drain()
  }
})

function start(vaultDir: string) {
  let page: MessagePortMain | undefined
  const dispatch = createDispatch({
    vaultDir,
    disk: nodeDisk,
    kdf,
    kdfParams: () => calibrateKdf(kdf, () => performance.now(), totalmem()),
    prove: proofs.prove,
    drill: proofs.drill,
    now: () => new Date().toISOString(),
    today: () => localDate(new Date()),
    random: (count) => new Uint8Array(randomBytes(count)),
    filePath: (token) => paths.get(token),
    emit: (event) => page?.postMessage({ event }),
  })
  return {
    connect: (port: MessagePortMain): void => {
      page = port
      answerPage(port, dispatch)
    },
    stop: async (): Promise<void> => {
      page?.close()
      await dispatch.close()
    },
  }
}

/** The page's port closes first, so that nothing new comes in while what is under way is finished. */
async function drain(): Promise<void> {
  await vault?.stop()
  tellMain({ tell: 'drained' })
}

function first(ports: readonly MessagePortMain[]): MessagePortMain {
  const [port] = ports
  if (port === undefined) throw new Error('A message that brings a port came without one.')
  return port
}
