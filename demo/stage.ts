import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Locator, type Page } from 'playwright'
import { ownByUser } from '../electron/runtime/unprivileged-user.ts'
import {
  launchLuwte,
  makeProfile,
  removeProfile,
  type RunningLuwte,
} from '../test/support/launch-electron.ts'
import { networkTracer, type NetworkTracer } from '../test/support/trace-network.ts'

export type Step = { step: string; milliseconds: number }

/**
 * The stage on which the story is played: the real application in its window, an empty profile, a folder in which the
 * advisor saves her documents, and pictures of what she sees.
 */
export class Stage {
  readonly profile = makeProfile()
  readonly steps: Step[] = []
  readonly #out: string
  readonly #saved: string
  readonly #tracer: NetworkTracer | null
  #luwte: RunningLuwte | null = null

  /** `traced` puts strace before the program, which then tells what it sent (Linux only; slower). */
  constructor(out: string, options: { traced?: boolean } = {}) {
    this.#out = out
    this.#tracer = options.traced === true ? networkTracer() : null
    rmSync(out, { recursive: true, force: true })
    mkdirSync(out, { recursive: true })
    // The application may run as another user than this program: it saves in a folder of its own.
    this.#saved = mkdtempSync(join(tmpdir(), 'luwte-saved-'))
    ownByUser(this.#saved)
  }

  get page(): Page {
    if (this.#luwte === null) throw new Error('Luwte is not running')
    return this.#luwte.page
  }

  get vaultDir(): string {
    return join(this.profile, 'data', 'kluis')
  }

  /** Starts the application. File dialogs answer at once, since nobody can click in a dialog of the system. */
  async open(): Promise<void> {
    this.#luwte = await launchLuwte({
      profile: this.profile,
      ...(this.#tracer === null ? {} : { startWith: this.#tracer.startWith }),
    })
    this.#luwte.page.setDefaultTimeout(this.#tracer === null ? 15_000 : 60_000)
    await this.#luwte.app.evaluate(({ dialog }, folder) => {
      dialog.showSaveDialog = (...given: unknown[]) => {
        const { defaultPath } = given.at(-1) as { defaultPath: string }
        const name = defaultPath.split(/[\\/]/).at(-1) ?? ''
        return Promise.resolve({ canceled: false, filePath: `${folder}/${name}` })
      }
    }, this.#saved)
  }

  /** The file that the next open dialog answers with. */
  async willChoose(name: string, content: string): Promise<void> {
    const path = join(this.#saved, name)
    writeFileSync(path, content)
    ownByUser(this.#saved)
    await this.willChoosePath(path)
  }

  /** An empty folder, such as a stick that was put in, with which the next open dialog answers. Answers where it is. */
  async willChooseFolder(name: string): Promise<string> {
    const path = join(this.#saved, name)
    mkdirSync(path)
    ownByUser(this.#saved)
    await this.willChoosePath(path)
    return path
  }

  /** What lies there already, file or folder. */
  async willChoosePath(path: string): Promise<void> {
    await this.#luwte?.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    }, path)
  }

  /** Locks with Ctrl+L and waits until every process has ended. */
  lock(): Promise<void> {
    return this.#endsBy((luwte) => luwte.page.keyboard.press('Control+l'))
  }

  /** Quits, and waits until every process has ended. */
  quit(): Promise<void> {
    return this.#endsBy((luwte) => luwte.app.evaluate(({ app }) => app.quit()))
  }

  async #endsBy(act: (luwte: RunningLuwte) => Promise<unknown>): Promise<void> {
    const luwte = this.#luwte
    if (luwte === null) return
    // The page may be gone before the act is answered.
    await act(luwte).catch(() => undefined)
    await luwte.ended()
    this.#luwte = null
  }

  /** What the program sent so far, when it is traced. Complete once it is locked. */
  get sent(): ReturnType<NetworkTracer['read']> | null {
    return this.#tracer?.read() ?? null
  }

  async step<T>(step: string, act: () => Promise<T>): Promise<T> {
    const start = performance.now()
    const result = await act()
    this.steps.push({ step, milliseconds: Math.round(performance.now() - start) })
    process.stdout.write(`  ${step} (${this.steps.at(-1)?.milliseconds ?? 0} ms)\n`)
    return result
  }

  /** A picture of the whole window. */
  async picture(name: string): Promise<void> {
    // Lets toasts slide in and live lists settle; the picture is for people.
    await this.page.waitForTimeout(350)
    mkdirSync(join(this.#out, 'pictures'), { recursive: true })
    await this.page.screenshot({ path: join(this.#out, 'pictures', `${name}.png`) })
  }

  /** Clicks what saves a document, and takes it over into the folder of documents under `name`. */
  async saves(button: Locator, name: string): Promise<void> {
    const before = new Set(readdirSync(this.#saved))
    await button.click()
    const deadline = Date.now() + 60_000
    for (;;) {
      const saved = readdirSync(this.#saved).find((one) => !before.has(one) && /\.(pdf|xlsx)$/.test(one))
      if (saved !== undefined) {
        // Copied, not renamed: the temporary folder may lie on another disk.
        copyFileSync(join(this.#saved, saved), join(this.#out, name))
        rmSync(join(this.#saved, saved))
        return
      }
      if (Date.now() > deadline) throw new Error(`${name} was not saved`)
      await this.page.waitForTimeout(50)
    }
  }

  /** Hands the profile back to the user whom the application runs as, after this program wrote in it. */
  handBack(): void {
    ownByUser(this.profile)
  }

  async end(): Promise<void> {
    await this.#luwte?.stop()
    this.#tracer?.remove()
    removeProfile(this.profile)
    rmSync(this.#saved, { recursive: true, force: true })
  }
}
