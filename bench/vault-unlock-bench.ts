import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checksum } from '../electron/vault/store/crypto/v1/checksum.ts'
import { driveCaseload } from '../test/support/caseload-driver.ts'
import { type BenchVault, plainName, vaultName } from './invented-vault.ts'
import { timed } from './measure.ts'

/** The same records as JSON without any seal, read and parsed: what no vault that gives them all can be faster than. */
async function readPlain(folder: string): Promise<void> {
  JSON.parse(await readFile(join(folder, plainName), 'utf8'))
}

/** Every file of the vault read and hashed, and nothing else. */
async function hashFiles(folder: string): Promise<void> {
  for (const name of await readdir(folder)) checksum(await readFile(join(folder, name)))
}

/**
 * Milliseconds from the recovery key (no key derivation) until everything is verified, until the first cases are
 * listed and until all are; memory at its highest until then; and the peers, in the same process, afterwards.
 */
export async function benchVaultUnlock({ folder, recoveryKey }: BenchVault) {
  const vaultDir = join(folder, vaultName)
  const driver = driveCaseload(vaultDir, '2026-06-01')
  const before = process.memoryUsage().rss
  const verified = await timed(() => driver.must('vault.unlock', { recoveryKey }))
  let firstList = 0
  const listed = await timed(async () => {
    const started = performance.now()
    const loading = driver.must('workingSet.load', {})
    const isListed = () =>
      driver.events.some(
        (event) => event.event === 'changes' && event.changes.some(({ table }) => table === 'cases'),
      )
    while (!isListed()) await new Promise((resolve) => setImmediate(resolve))
    firstList = performance.now() - started
    await loading
  })
  driver.events.length = 0
  // Kilobytes, for the whole life of the process.
  const most = process.resourceUsage().maxRSS * 1024
  const firstSearch = await timed(() => driver.must('case.search', { query: 'sfeer' }))
  await driver.close()
  const plainJson = await timed(() => readPlain(folder))
  const hashing = await timed(() => hashFiles(vaultDir))
  return {
    everythingVerified: verified.ms,
    everythingVerifiedProcessor: verified.processorMs,
    firstList: verified.ms + firstList,
    wholeList: verified.ms + listed.ms,
    firstSearch: firstSearch.ms,
    memory: most - before,
    plainJson: plainJson.ms,
    plainJsonProcessor: plainJson.processorMs,
    hashing: hashing.ms,
    hashingProcessor: hashing.processorMs,
  }
}
