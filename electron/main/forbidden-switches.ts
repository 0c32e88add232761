const forbidden = [
  'inspect',
  'remote-debugging',
  'remote-allow-origins',
  'js-flags',
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'disable-gpu-sandbox',
  'single-process',
  'in-process-gpu',
  'enable-features',
  'disable-features',
  'enable-blink-features',
  'disable-blink-features',
  'proxy',
  'no-proxy-server',
  'host-rules',
  'host-resolver-rules',
  'disable-web-security',
  'disable-site-isolation',
  'allow-',
  'unsafely-',
  'load-extension',
  'user-agent',
  'enable-logging',
  'log-file',
  'log-net-log',
  'net-log',
  'trace-startup',
  'auth-server-allowlist',
  'ignore-certificate-errors',
  'test-type',
  'gpu-launcher',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'ssl-key-log-file',
] as const

/**
 * The first switch on a command line with which somebody could look into the packaged program, weaken its
 * sandbox or give it a network; undefined if there is none. No fuse covers these (Electron's fuses stop
 * `--inspect` for Node alone), so the program itself refuses to start.
 */
export function forbiddenSwitch(commandLine: readonly string[]): string | undefined {
  return commandLine
    .slice(1)
    .map((argument) => /^(?:--?|\/)([a-z][a-z0-9-]*)/i.exec(argument)?.[1]?.toLowerCase())
    .find((name) => name !== undefined && forbidden.some((start) => name.startsWith(start)))
}
