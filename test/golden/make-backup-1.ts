import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeGoldenBackups } from './backup-1-story.ts'

/** Made the golden backups of format 1, once: `tsx test/golden/make-backup-1.ts`. Never makes them anew over the old. */
async function main(): Promise<void> {
  const folder = join(import.meta.dirname, 'backup-1')
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) throw new Error('the golden backups are there, and they stay as they are')
  const vault = await mkdtemp(join(tmpdir(), 'golden-'))
  await cp(join(import.meta.dirname, 'vault-1'), vault, { recursive: true })
  await writeGoldenBackups(vault, folder)
  await rm(vault, { recursive: true })
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
})
