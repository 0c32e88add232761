import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DocumentWorker } from '../../renderer/documents/document-worker.ts'
import { type DocumentJob } from '../../renderer/documents/job.ts'
import { hoursInvoice } from './sample-invoice.ts'

/** Stands in for a worker of the browser: answers only when the test lets it. */
class FakeWorker extends EventTarget {
  readonly asked: { id: number }[] = []
  ended = false
  onmessage = null
  onmessageerror = null
  onerror = null
  postMessage(question: { id: number }): void {
    this.asked.push(question)
  }
  terminate(): void {
    this.ended = true
  }
  answer(index: number, result: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: { id: this.asked[index]?.id, result } }))
  }
}

const job: DocumentJob = { kind: 'invoice-pdf', invoice: hoursInvoice() }

describe('the worker that makes documents', () => {
  const started: FakeWorker[] = []
  let documents: DocumentWorker
  beforeEach(() => {
    vi.useFakeTimers()
    started.length = 0
    documents = new DocumentWorker(() => {
      const worker = new FakeWorker()
      started.push(worker)
      return worker
    })
  })
  afterEach(() => vi.useRealTimers())

  it('starts when a document is asked for, and one serves all', async () => {
    expect(started).toHaveLength(0)
    const both = Promise.all([documents.make(job), documents.make(job)])
    started[0]?.answer(1, Uint8Array.of(2))
    started[0]?.answer(0, Uint8Array.of(1))
    expect(await both).toEqual([Uint8Array.of(1), Uint8Array.of(2)])
    expect(started).toHaveLength(1)
  })

  it('ends when nothing has been asked for a while, and starts again', async () => {
    const first = documents.make(job)
    started[0]?.answer(0, Uint8Array.of(1))
    await first
    expect(started[0]?.ended).toBe(false)
    vi.advanceTimersByTime(31_000)
    expect(started[0]?.ended).toBe(true)
    const second = documents.make(job)
    started[1]?.answer(0, Uint8Array.of(2))
    expect(await second).toEqual(Uint8Array.of(2))
  })

  it('does not end while a document is being made', () => {
    void documents.make(job)
    vi.advanceTimersByTime(31_000)
    expect(started[0]?.ended).toBe(false)
  })

  it('answers that there is no document when it breaks, is stuck or says something strange', async () => {
    const broken = documents.make(job)
    started[0]?.dispatchEvent(new Event('error'))
    expect(await broken).toEqual({ refused: 'not-made' })
    const stuck = documents.make(job)
    vi.advanceTimersByTime(61_000)
    expect(await stuck).toEqual({ refused: 'not-made' })
    const strange = documents.make(job)
    started[2]?.answer(0, 'a page')
    expect(await strange).toEqual({ refused: 'not-made' })
    expect(started.map(({ ended }) => ended)).toEqual([true, true, true])
  })

  it('answers that there is no document when it cannot be started', async () => {
    const none = new DocumentWorker(() => {
      throw new Error('no workers here')
    })
    expect(await none.make(job)).toEqual({ refused: 'not-made' })
  })

  it('hands on why a document was refused', async () => {
    const refused = documents.make(job)
    started[0]?.answer(0, { refused: 'not-permitted' })
    expect(await refused).toEqual({ refused: 'not-permitted' })
  })
})
