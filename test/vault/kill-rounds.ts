import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect } from 'vitest'
import { look, type Sample } from './store-fixture.ts'

const program = join(import.meta.dirname, 'commit-until-killed.ts')

/** Starts a writer, kills it outright a while after it opened, and answers what it had been told was saved. */
async function writeUntilKilled({ folder, recoveryKey }: Sample, patience: number): Promise<string[]> {
  const writer = spawn(process.execPath, ['--import', 'tsx', program, folder, recoveryKey], {
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
    const lines = await writeUntilKilled(vault, chance() * 120)
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
