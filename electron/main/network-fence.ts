import { app, type Session, type WebContents } from 'electron'

const switches: Readonly<Record<string, string>> = {
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  'proxy-server': 'http://127.0.0.1:9',
  'proxy-bypass-list': '<-loopback>',
  'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-sync': '',
  'disable-breakpad': '',
  'no-pings': '',
  'disable-features': [
    'AsyncDns',
    'DnsOverHttps',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'Translate',
    'WebRtcHideLocalIpsWithMdns',
  ].join(','),
}

/** Where the printing service of Linux listens on this computer. Left to itself its client would also try TCP, or a server elsewhere that a setting names. */
const printingSocket = '/run/cups/cups.sock'

/**
 * Fences the whole process in before it is ready: no name resolves, every connection would go to a proxy that is not
 * there, and what Chromium does of its own accord is off. Measured with strace: each of these layers was needed.
 */
export function fenceProcess(): void {
  if (process.platform === 'linux') process.env['CUPS_SERVER'] = printingSocket
  for (const [name, value] of Object.entries(switches)) app.commandLine.appendSwitch(name, value)
}

/** Cancels every request of a session but those to the application itself and to what the page made in memory. */
export function fenceSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !staysInside(details.url) })
  })
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}

/** Keeps WebRTC from sending UDP, which passes by policy, filter and proxy. */
export function fenceContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

function staysInside(url: string): boolean {
  const inMemory = url.startsWith('blob:app://luwte/') || url.startsWith('data:')
  const developersTools = !app.isPackaged && url.startsWith('devtools://')
  return url.startsWith('app://luwte/') || inMemory || developersTools
}
