import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { HostCommands } from '#shared/contracts/host.ts'
import { vaultCommands } from '#shared/contracts/vault.ts'
import { hostileValue } from '../../support/hostile-values.ts'
import { expect, type Launch } from '../../support/luwte-test.ts'
import { askVault, placePortPage } from '../../support/port-page.ts'

/** Lets the page send over every channel of main, also such as its own functions never would. */
function openChannels(application: string): void {
  appendFileSync(
    join(application, 'out/preload/index.cjs'),
    `;{
      const { contextBridge, ipcRenderer } = require('electron')
      const hostileValue = ${hostileValue.toString()}
      contextBridge.exposeInMainWorld('flood', async (channel, rounds) => {
        const answered = new Set()
        const send = (number) => {
          const value = hostileValue(number)
          const input = number % 10 === 9 ? [undefined, value] : [value]
          return ipcRenderer.invoke(channel, ...input).then(() => 'accepted', (error) => String(error))
        }
        for (let number = 0; number < rounds; number += 500) {
          const batch = Array.from({ length: Math.min(500, rounds - number) }, (_, more) => send(number + more))
          for (const answer of await Promise.all(batch)) answered.add(answer.replace(/malformed at .*/, 'malformed at …'))
        }
        return [...answered]
      })
    }`,
  )
}

/** Sends so many malformed messages over each channel of the main process, of which none may do anything. */
export async function floodMain(launch: Launch, rounds: number): Promise<void> {
  const luwte = await launch({ alterApplication: openChannels })
  for (const command of Object.keys(HostCommands)) {
    const answered = await luwte.page.evaluate(
      ([channel, count]) => (Reflect.get(window, 'flood') as Flood)(channel, count),
      [`host:${command}`, rounds] as const,
    )
    const complaint = `Error: Error invoking remote method 'host:${command}': Error: host.${command}: malformed`
    expect(answered.filter((answer) => ![complaint, `${complaint} at …`].includes(answer))).toEqual([])
  }
  const [unknown = ''] = await luwte.page.evaluate(() =>
    (Reflect.get(window, 'flood') as Flood)('host:giveKeys', 1),
  )
  expect(unknown).toContain('No handler registered')
  // Not one of them locked, quit, or set anything.
  expect(await luwte.page.evaluate(() => window.host.info())).toMatchObject({ idleMinutes: 5 })
}

/** Sends so many malformed messages over the port of the vault, and as many as the input of each of its commands. */
export async function floodVault(launch: Launch, bare: number, ofEachCommand: number): Promise<void> {
  const luwte = await launch({ alterApplication: placePortPage })
  await luwte.page.evaluate(`window.hostileValue = ${hostileValue.toString()}`)
  await luwte.page.evaluate(async (count) => {
    const { hostileValue: value, send } = window as unknown as PageThatFloods
    for (let number = 0; number < count; number += 1) await send(value(number))
  }, bare)
  for (const command of Object.keys(vaultCommands)) {
    const answered = await luwte.page.evaluate(
      async ([name, count]) => {
        const { hostileValue: value, ask } = window as unknown as PageThatFloods
        const replies = await Promise.all(
          Array.from({ length: count }, (_, number) => ask(name, value(number))),
        )
        return [...new Set(replies.map(({ refusal }) => refusal?.refused ?? 'not refused'))]
      },
      [command, ofEachCommand] as const,
    )
    // What is well-formed by chance meets a vault that is shut or not there, or a file that nobody chose.
    const refusals = ['invalid-input', 'locked', 'no-vault', 'not-found']
    expect(answered.filter((answer) => !refusals.includes(answer))).toEqual([])
    expect(answered).toContain('invalid-input')
  }
  // It is still the process that holds the other end of this port.
  expect(await askVault(luwte.page, 'vault.status', {})).toMatchObject({ answer: { stage: 'no-vault' } })
}

type Flood = (channel: string, rounds: number) => Promise<string[]>
type PageThatFloods = {
  hostileValue: typeof hostileValue
  send: (message: unknown) => Promise<void>
  ask: (command: string, input: unknown) => Promise<{ refusal?: { refused: string } }>
}
