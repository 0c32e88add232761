import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readSnapshots } from '../second-reader.ts'
import { look, type Sample } from '../store-fixture.ts'

/** Starts a writer, kills it outright a while after it opened, and answers what it had said until then. */
async function runUntilKilled(
  program: string,
  { folder, recoveryKey }: Sample,
  patience: number,
): Promise<string[]> {
  const path = join(import.meta.dirname, program)
  const writer = spawn(process.execPath, ['--import', 'tsx', path, folder, recoveryKey], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let wrong = ''
  writer.stderr.on('data', (piece: Buffer) => (wrong += piece.toString()))
  writer.stdout.on('data', (piece: Buffer) => {
    if (said === '') setTimeout(() => writer.kill('SIGKILL'), patience)
    said += piece.toString()
  })
  await once(writer, 'close')
  expect(wrong).toBe('')
  return said.split('\n').slice(0, -1)
}

/**
 * Kills a writing process again and again at chance moments. After each round everything that was answered is
 * there, both halves of every commit agree, and nothing is found damaged.
 */
export async function killRounds(vault: Sample, rounds: number, chance: () => number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const lines = await runUntilKilled('commit-until-killed.ts', vault, chance() * 120)
    expect(lines[0]).toMatch(/^open \d+ 0$/)
    const { content, findings } = await look(vault)
    expect(findings).toEqual([])
    const records = content as Record<string, { version: number; body: { round: number } }>
    const answered = lines.slice(1).map((line) => line.split(' '))
    expect(Number(content.stateNumber)).toBeGreaterThanOrEqual(Number(answered.at(-1)?.[1] ?? 0))
    for (const [, state, id = ''] of answered) {
      expect(records[id]?.version).toBeGreaterThanOrEqual(Number(state))
      expect(records[`twin-of-${id}`]).toMatchObject({
        version: records[id]?.version,
        body: records[id]?.body,
      })
    }
  }
}

/**
 * Kills a process that rotates and destroys. After each round the vault opens without findings, nothing that was
 * answered is lost, nothing that was destroyed is left in any file, and all files are of one epoch.
 */
export async function killRenewals(vault: Sample, rounds: number, chance: () => number): Promise<void> {
  const kept = new Set<string>()
  const destroyed = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const lines = await runUntilKilled('renew-until-killed.ts', vault, chance() * 400)
    expect(lines[0]).toMatch(/^open \d+ 0$/)
    const said = lines.slice(1).map((line) => line.split(' '))
    for (const [what, id = ''] of said) {
      if (what === 'kept') kept.add(id)
      if (what === 'destroyed') destroyed.add(id)
    }
    // A destruction that was not answered may be over all the same.
    const [last, doubtful = ''] = said.at(-1) ?? []
    const { content, findings } = await look(vault)
    expect(findings).toEqual([])
    expect(Number(content.stateNumber)).toBeGreaterThanOrEqual(Number(said.at(-1)?.[2] ?? 0))
    if (last === 'destroying' && !(doubtful in content)) destroyed.add(doubtful)
    for (const id of kept) {
      expect(id in content).toBe(!destroyed.has(id))
      expect(content).toHaveProperty(`twin-of-${id}`)
    }
    const snapshots = await readSnapshots(vault.folder, vault)
    expect(new Set(snapshots.map(({ epoch }) => epoch)).size).toBe(1)
    for (const { records } of snapshots)
      for (const id of destroyed) expect([...records.keys()]).not.toContain(id)
  }
}
