import { expect, test } from '../../support/luwte-test.ts'
import { runUnderStrace } from '../../support/trace-network.ts'

test('sends nothing to any network address, whatever a script in the page tries', async ({ profile }) => {
  test.slow()
  const calls = await runUnderStrace(
    async ({ page }) => {
      await page.evaluate(async () => {
        const host = 'elders.example'
        for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'stylesheet', 'modulepreload', 'icon']) {
          const link = document.createElement('link')
          Object.assign(link, { rel, href: `https://${rel}.${host}/x`, as: 'script' })
          document.head.append(link)
        }
        await fetch(`https://fetch.${host}/`).catch(() => undefined)
        await fetch('http://192.0.2.1/').catch(() => undefined)
        navigator.sendBeacon(`https://beacon.${host}/`, 'x')
        new Image().src = `https://image.${host}/x.png`
        new EventSource(`https://events.${host}/`)
        try {
          new WebSocket(`wss://socket.${host}/`)
        } catch {
          document.body.dataset['socket'] = 'refused'
        }
        const link = document.createElement('a')
        Object.assign(link, { href: `https://link.${host}/`, ping: `https://ping.${host}/` })
        document.body.append(link)
        link.click()
        const note = document.createElement('textarea')
        note.lang = 'nl'
        note.spellcheck = true
        document.body.append(note)
        note.focus()
        // Looks for printers; a window to choose one may stay open.
        void window.host.print()
      })
      await page.keyboard.type('Een verkeert gespelt woord is geen reden om een woordenboek te halen. ')
      await page.waitForTimeout(5000)
    },
    { profile },
  )
  expect(calls).toEqual([])
})

test('would notice a connection, a packet, and a door that is open to other computers', async ({
  profile,
}) => {
  test.slow()
  const calls = await runUnderStrace(
    async ({ app }) => {
      await app.evaluate(async () => {
        // Electron 25 has no process.getBuiltinModule, but the program's own main module can require.
        const load = (name: string): unknown => process.mainModule?.require(name)
        const { connect, createServer } = load('node:net') as typeof import('node:net')
        const { createSocket } = load('node:dgram') as typeof import('node:dgram')
        connect(9, '127.0.0.1').on('error', () => undefined)
        await new Promise<void>((resolve) => createServer().listen(0, '0.0.0.0', resolve))
        const socket = createSocket('udp4')
        await new Promise((resolve) => socket.send('x', 9, '127.0.0.1', resolve))
      })
    },
    { profile },
  )
  expect(calls.some((call) => /connect\(.*sin_port=htons\(9\)/.test(call))).toBe(true)
  expect(calls.some((call) => /bind\(.*sin_addr=inet_addr\("0\.0\.0\.0"\)/.test(call))).toBe(true)
  expect(calls.some((call) => /send(to|msg|mmsg)\(.*sin_port=htons\(9\)/.test(call))).toBe(true)
})
