import { type DocumentJob, type DocumentRefusal, WorkerAnswer } from './job.ts'

const NOT_MADE: DocumentRefusal = { refused: 'not-made' }

/** Long enough for a second look at the same screen, short enough that no report stays in memory. */
const IDLE_MS = 30_000
/** Ninety locations take a second; after this something is stuck. */
const STUCK_MS = 60_000

type Waiting = {
  settle: (result: Uint8Array | DocumentRefusal) => void
  stuck: ReturnType<typeof setTimeout>
}

/** Starts the worker when a document is asked for and ends it when none has been for a while. Never rejects. */
export class DocumentWorker {
  readonly #start: () => Worker
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #idle: ReturnType<typeof setTimeout> | undefined
  #last = 0

  constructor(start: () => Worker) {
    this.#start = start
  }

  make(job: DocumentJob): Promise<Uint8Array | DocumentRefusal> {
    clearTimeout(this.#idle)
    this.#last += 1
    const id = this.#last
    return new Promise((resolve) => {
      this.#waiting.set(id, { settle: resolve, stuck: setTimeout(() => this.#fail(), STUCK_MS) })
      try {
        this.#worker ??= this.#started()
        this.#worker.postMessage({ id, job })
      } catch {
        this.#fail()
      }
    })
  }

  #started(): Worker {
    const worker = this.#start()
    worker.addEventListener('message', (event) => this.#take(event.data))
    worker.addEventListener('error', () => this.#fail())
    worker.addEventListener('messageerror', () => this.#fail())
    return worker
  }

  #take(message: unknown): void {
    const answer = WorkerAnswer.safeParse(message)
    if (!answer.success) return this.#fail()
    this.#settle(answer.data.id, answer.data.result)
    if (this.#waiting.size === 0) this.#idle = setTimeout(() => this.#end(), IDLE_MS)
  }

  #settle(id: number, result: Uint8Array | DocumentRefusal): void {
    const waiting = this.#waiting.get(id)
    if (waiting === undefined) return
    clearTimeout(waiting.stuck)
    this.#waiting.delete(id)
    waiting.settle(result)
  }

  /** A worker that failed once is not trusted again: all that waits is refused, the next job starts a new one. */
  #fail(): void {
    this.#end()
    for (const id of [...this.#waiting.keys()]) this.#settle(id, NOT_MADE)
  }

  #end(): void {
    clearTimeout(this.#idle)
    this.#worker?.terminate()
    this.#worker = undefined
  }
}
