import { makeDocument } from '../../renderer/documents/make-document.ts'
import { type DocumentJob } from '../../renderer/documents/job.ts'
import { fontFiles } from './font-files.ts'
import { readPdf, type ReadPdf } from './read-pdf.ts'

/** The bytes of a document, made as the worker makes it; throws when it was refused. */
export async function bytesOf(job: DocumentJob): Promise<Uint8Array> {
  const made = await makeDocument(structuredClone(job), fontFiles)
  if (!(made instanceof Uint8Array)) throw new Error(`no document: ${made.refused}`)
  return made
}

/** The document, made and read back. */
export async function printed(job: DocumentJob): Promise<ReadPdf> {
  return readPdf(await bytesOf(job))
}
