import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { ownByUser } from '../../../electron/runtime/unprivileged-user.ts'
import { expect, test } from '../../support/luwte-test.ts'

const elsewhere = 'https://elders.example/'

test('sends the content-security policy with the page, its scripts, its workers and what is not there', async ({
  launch,
}) => {
  const { page } = await launch({
    alterApplication: (folder) => writePageFile(folder, 'workers/probe.js', ''),
  })
  const policies = await page.evaluate(async () => {
    const script = document.querySelector('script')?.src ?? ''
    const policyOf = async (url: string) => (await fetch(url)).headers.get('content-security-policy') ?? ''
    return {
      page: await policyOf('/'),
      script: await policyOf(script),
      absent: await policyOf('/nothing-here'),
      worker: await policyOf('/workers/probe.js'),
    }
  })
  for (const policy of Object.values(policies)) {
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-src 'none'")
    expect(policy).not.toMatch(/'unsafe-(inline|eval)'|https?:|\*/)
  }
  expect(policies.worker).toContain("'wasm-unsafe-eval'")
  for (const each of [policies.page, policies.script, policies.absent]) expect(each).not.toContain('unsafe')
})

test('lets neither the page nor a worker of it reach another address', async ({ launch }) => {
  let received = 0
  const server = createServer((_request, response) => {
    received += 1
    response.end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const { page } = await launch({
    alterApplication: (folder) => {
      writePageFile(
        folder,
        'workers/probe.js',
        `let violations = 0
        self.addEventListener('securitypolicyviolation', () => violations++)
        fetch('${url}').then(() => 'sent', () => 'refused').then((outcome) => {
          setTimeout(() => postMessage({ outcome, violations }), 100)
        })`,
      )
    },
  })
  const fromWorker = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new Worker('/workers/probe.js', { type: 'module' }).onmessage = ({ data }) => resolve(data)
      }),
  )
  const fromPage = await page.evaluate(async (address) => {
    const outcome = await fetch(address).then(
      () => 'sent',
      () => 'refused',
    )
    new Image().src = address
    navigator.sendBeacon(address, 'x')
    return outcome
  }, url)
  expect(fromWorker).toEqual({ outcome: 'refused', violations: 1 })
  expect(fromPage).toBe('refused')
  await page.waitForTimeout(200)
  server.close()
  expect(received).toBe(0)
})

test('compiles WebAssembly in a worker and not in the page', async ({ launch }) => {
  const { page } = await launch({
    alterApplication: (folder) =>
      writePageFile(
        folder,
        'workers/probe.js',
        `WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))
          .then(() => postMessage('compiled'), () => postMessage('refused'))`,
      ),
  })
  const inWorker = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new Worker('/workers/probe.js', { type: 'module' }).onmessage = ({ data }) => resolve(data)
      }),
  )
  const inPage = await page.evaluate(() =>
    WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
      () => 'compiled',
      () => 'refused',
    ),
  )
  expect({ inWorker, inPage }).toEqual({ inWorker: 'compiled', inPage: 'refused' })
})

test.describe('fault 25: drops, navigation, window.open, 10,000 malformed messages on every channel, forbidden switches, WebRTC', () => {
  test('stays on its own page when a link, a script or a form would lead away', async ({ luwte }) => {
    await luwte.page.evaluate(async (url) => {
      const pause = () => new Promise((resolve) => setTimeout(resolve, 150))
      for (const target of ['', '_blank', '_top']) {
        const link = document.createElement('a')
        Object.assign(link, { href: url, target })
        document.body.append(link)
        link.click()
        await pause()
      }
      const form = document.createElement('form')
      Object.assign(form, { action: url, method: 'post' })
      document.body.append(form)
      form.submit()
      await pause()
      location.href = 'data:text/html,weg'
      await pause()
      location.assign(url)
      await pause()
      location.reload()
      await pause()
    }, elsewhere)
    expect(luwte.page.url()).toMatch(/^app:\/\/luwte\//)
    expect(luwte.app.windows()).toHaveLength(1)
  })

  test('opens no second window', async ({ luwte }) => {
    const opened = await luwte.page.evaluate(
      (url) => [window.open(url), window.open('about:blank'), window.open('app://luwte/')],
      elsewhere,
    )
    expect(opened).toEqual([null, null, null])
    expect(luwte.app.windows()).toHaveLength(1)
  })

  test('goes nowhere when a file or an address is dropped on it', async ({ luwte }) => {
    const file = join(luwte.profile, 'verhaal.html')
    writeFileSync(file, '<title>Ergens anders</title>')
    ownByUser(file)
    const opensDropped = await luwte.app.evaluate(({ BrowserWindow }) => {
      const begun: string[] = []
      Reflect.set(globalThis, 'begun', begun)
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.on('did-start-navigation', (_event, url) => begun.push(url))
      const read =
        contents && (Reflect.get(contents, 'getLastWebPreferences') as () => Record<string, unknown>)
      return Boolean(read?.call(contents)['navigateOnDragDrop'])
    })
    // What the window itself does with a drop that no part of the page takes; a driver's drop stops before that.
    expect(opensDropped).toBe(false)
    await luwte.page.evaluate(() => {
      window.addEventListener('dragover', () => (document.body.dataset['draggedOver'] = 'yes'))
    })
    const address = { mimeType: 'text/uri-list', data: elsewhere }
    for (const data of [
      { items: [], files: [file] },
      { items: [address], files: [] },
    ]) {
      await luwte.app.evaluate(async ({ BrowserWindow }, dropped) => {
        const driver = BrowserWindow.getAllWindows()[0]?.webContents.debugger
        driver?.attach('1.3')
        for (const type of ['dragEnter', 'dragOver', 'drop']) {
          const event = { type, x: 640, y: 400, data: { ...dropped, dragOperationsMask: 1 } }
          await driver?.sendCommand('Input.dispatchDragEvent', event)
        }
        driver?.detach()
      }, data)
      await luwte.page.waitForTimeout(300)
    }
    expect(await luwte.page.evaluate(() => document.body.dataset['draggedOver'])).toBe('yes')
    expect(await luwte.app.evaluate(() => Reflect.get(globalThis, 'begun') as string[])).toEqual([])
    expect(luwte.page.url()).toMatch(/^app:\/\/luwte\//)
    expect(luwte.app.windows()).toHaveLength(1)
  })

  test('has taken WebRTC from the page before its first script runs', async ({ launch }) => {
    const { page } = await launch({
      alterApplication: (folder) => {
        writePageFile(
          folder,
          'first.js',
          'document.documentElement.dataset.first = [typeof RTCPeerConnection, typeof webkitRTCPeerConnection, typeof WebTransport].join()',
        )
        const index = join(folder, 'out/renderer/index.html')
        const html = readFileSync(index, 'utf8')
        writeFileSync(index, html.replace('<head>', '<head><script src="/first.js"></script>'))
      },
    })
    const seen = await page.evaluate(() => ({
      first: document.documentElement.dataset['first'],
      later: 'RTCPeerConnection' in window,
    }))
    expect(seen).toEqual({ first: 'undefined,undefined,undefined', later: false })
  })
})

test('ends the session when something puts a frame in the page', async ({ luwte }) => {
  const before = luwte.processes()
  expect(before.length).toBeGreaterThan(3)
  await luwte.page
    .evaluate(() => {
      document.body.append(document.createElement('iframe'))
    })
    .catch(() => undefined)
  await luwte.ended()
})

test('downloads nothing', async ({ luwte }) => {
  const started = await luwte.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.session.on('will-download', (event) => resolve(event.defaultPrevented))
        void contents?.executeJavaScript(`{
          const link = document.createElement('a')
          link.href = URL.createObjectURL(new Blob(['tekst']))
          link.download = 'tekst.txt'
          link.click()
        }`)
      }),
  )
  expect(started).toBe(true)
})

test('refuses every permission that a page can ask for', async ({ luwte }) => {
  const answers = await luwte.page.evaluate(async () => {
    const state = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state
    return {
      notifications: await Notification.requestPermission(),
      geolocation: await state('geolocation'),
      camera: await state('camera'),
      microphone: await state('microphone'),
      clipboardRead: await state('clipboard-read'),
      media: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'refused',
      ),
    }
  })
  expect(answers).toEqual({
    notifications: 'denied',
    geolocation: 'denied',
    camera: 'denied',
    microphone: 'denied',
    clipboardRead: 'denied',
    media: 'refused',
  })
})

test('serves nothing from outside its own folder', async ({ luwte }) => {
  const statuses = await luwte.page.evaluate(() =>
    Promise.all(
      [
        '/../main/index.cjs',
        '/%2e%2e/main/index.cjs',
        '/..%2fmain%2findex.cjs',
        '/%2e%2e%2f%2e%2e%2fpackage.json',
        '//etc/passwd',
        '/assets/%ff',
        '/assets/',
      ].map(async (path) => (await fetch(`app://luwte${path}`)).status),
    ),
  )
  expect(new Set(statuses)).toEqual(new Set([404]))
})

function writePageFile(application: string, name: string, content: string): void {
  const path = join(application, 'out/renderer', name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
