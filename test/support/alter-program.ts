import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Replaces a text in the main process of a copy of the application; throws where it does not stand. For `alterApplication`. */
export function alterMain(application: string, from: string, to: string): void {
  const path = join(application, 'out/main/index.cjs')
  const source = readFileSync(path, 'utf8')
  if (!source.includes(from)) throw new Error(`the program does not say ${from}`)
  writeFileSync(path, source.replaceAll(from, to))
}

/** Lets every process of a copy of the application, and its page, have a calendar that is so many days ahead. */
export function shiftCalendar(application: string, days: number): void {
  const script = `{
    const ahead = ${days * 86_400_000}
    globalThis.Date = new Proxy(Date, {
      construct: (real, given) => (given.length > 0 ? new real(...given) : new real(real.now() + ahead)),
      get: (real, name) => (name === 'now' ? () => real.now() + ahead : Reflect.get(real, name)),
    })
  }\n`
  for (const name of ['out/main/index.cjs', 'out/main/vault.cjs'])
    writeFileSync(join(application, name), script + readFileSync(join(application, name), 'utf8'))
  writeFileSync(join(application, 'out/renderer/calendar.js'), script)
  const index = join(application, 'out/renderer/index.html')
  const html = readFileSync(index, 'utf8')
  writeFileSync(index, html.replace('<head>', '<head><script src="/calendar.js"></script>'))
}
