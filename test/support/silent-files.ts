type Files = typeof import('node:fs/promises')

/**
 * A share in this computer's file system of which the computer is switched off and on again: what asks for anything in its
 * folder is answered once it is on, as a system does that waits for a server. Put `files` in the place of Node's own.
 */
export class SilentShare {
  #folder = ''
  #waiting: (() => void)[] = []

  switchOff(folder: string): void {
    this.#folder = folder
  }

  /** Everything that was asked for meanwhile happens now. */
  switchOn(): void {
    this.#folder = ''
    for (const goOn of this.#waiting.splice(0)) goOn()
  }

  files(real: Files): Files {
    const wrapped = Object.entries(real).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'function' ? this.#patient(value as (...asked: unknown[]) => unknown) : value,
    ])
    return Object.fromEntries(wrapped) as Files
  }

  #patient(real: (...asked: unknown[]) => unknown) {
    return (...asked: unknown[]): unknown => {
      const isSilent = this.#folder !== '' && asked.some((one) => String(one).startsWith(this.#folder))
      if (!isSilent) return real(...asked)
      return new Promise<void>((goOn) => this.#waiting.push(goOn)).then(() => real(...asked))
    }
  }
}
