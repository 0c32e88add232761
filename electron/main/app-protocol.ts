import { protocol, type Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** The page's own origin. */
export const applicationOrigin = 'app://luwte'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** Must be called before the application is ready. */
export function registerApplicationScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/**
 * Serves the built page as `app://luwte/…`, with the content-security policy on every response: a policy on the
 * page alone does not bind its workers (measured: a worker's request left).
 */
export function serveApplication(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const file = fileFor(new URL(request.url), folder)
    if (request.method !== 'GET' || file === undefined) return absent()
    try {
      const body = await readFile(file.path)
      return new Response(body, { headers: headersFor(file.path, file.inWorkers) })
    } catch {
      return absent()
    }
  })
}

interface ServedFile {
  readonly path: string
  /** Only the scripts in this folder run as workers, and only those may compile WebAssembly. */
  readonly inWorkers: boolean
}

function fileFor(url: URL, folder: string): ServedFile | undefined {
  if (url.host !== 'luwte') return undefined
  let name: string
  try {
    name = decodeURIComponent(url.pathname)
  } catch {
    return undefined
  }
  if (name.includes('\0')) return undefined
  const path = normalize(join(folder, name === '/' ? 'index.html' : name))
  if (!path.startsWith(folder + sep)) return undefined
  return { path, inWorkers: path.startsWith(join(folder, 'workers') + sep) }
}

function absent(): Response {
  return new Response('', { status: 404, headers: headersFor('.txt', false) })
}

function headersFor(path: string, inWorkers: boolean): Record<string, string> {
  return {
    'Content-Type': contentTypes[extname(path)] ?? 'application/octet-stream',
    'Content-Security-Policy': contentSecurityPolicy(inWorkers),
    'Cache-Control': 'no-store',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  }
}

function contentSecurityPolicy(inWorkers: boolean): string {
  return [
    "default-src 'none'",
    inWorkers ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    inWorkers ? "connect-src 'self' data: blob:" : "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
