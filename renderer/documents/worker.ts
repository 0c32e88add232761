import { z } from 'zod'
import { bundledFonts } from './bundled-fonts.ts'
import { WorkerQuestion } from './job.ts'
import { makeDocument } from './make-document.ts'

// The policy of the page and its workers forbids code made from text, which is how zod would make its parsers faster.
z.config({ jitless: true })

declare const self: DedicatedWorkerGlobalScope

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const question = WorkerQuestion.safeParse(event.data)
  if (!question.success) return
  const { id, job } = question.data
  void makeDocument(job, bundledFonts).then((result) => {
    if (result instanceof Uint8Array) self.postMessage({ id, result }, [result.buffer])
    else self.postMessage({ id, result })
  })
})
