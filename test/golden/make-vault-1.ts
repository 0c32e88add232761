import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeGoldenVault } from './vault-1-story.ts'

/** Made the golden vault of format 1, once: `tsx test/golden/make-vault-1.ts`. Never makes it anew over the old one. */
async function main(): Promise<void> {
  const folder = join(import.meta.dirname, 'vault-1')
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) throw new Error('the golden vault is there, and it stays as it is')
  const { recoveryKey, envelopeKey } = await writeGoldenVault(folder)
  process.stdout.write(`recovery key ${recoveryKey}\nenvelope key ${envelopeKey}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
})
