import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { takeLock } from '../../electron/vault/store/lock-file.ts'
import { nodeDisk } from '../../electron/vault/store/node-disk.ts'
import { openVault } from '../../electron/vault/store/store.ts'
import {
  at,
  contentOf,
  copyOf,
  fill,
  imageOf,
  look,
  newVault,
  noKdf,
  opened,
  openSample,
  put,
  type Sample,
} from './store-fixture.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let sample: Sample
beforeAll(async () => {
  sample = await newVault()
})

const lockOf = (vault: Sample): string => join(vault.folder, 'lock.json')

/** A lock as a holder left it, with some of its words changed. */
async function leaveLock(vault: Sample, changed: Record<string, unknown>): Promise<void> {
  const store = opened(await openSample(vault))
  const lock = JSON.parse(await readFile(lockOf(vault), 'utf8')) as Record<string, unknown>
  await store.close()
  await writeFile(lockOf(vault), JSON.stringify({ ...lock, token: 'een-ander', ...changed }))
}

describe('fault 19: two instances, stale lock, vault opened twice over a share', () => {
  it('a vault that is open is refused to a second opener, and opens again once it was closed', async () => {
    const vault = await copyOf(sample)
    const store = opened(await openSample(vault))
    expect(await openSample(vault)).toEqual({ refused: 'in-use' })
    await store.close()
    await store.close()
    expect(await readdir(vault.folder)).not.toContain('lock.json')
    await opened(await openSample(vault)).close()
  })

  it('a refusal leaves no lock behind', async () => {
    const vault = await copyOf(sample)
    const other = await newVault()
    expect(await openSample({ ...vault, recoveryKey: other.recoveryKey })).toHaveProperty('refused')
    expect(await readdir(vault.folder)).not.toContain('lock.json')
  })

  it('a lock left by a process that ended, before a restart, or by one whose number was reused is taken over', async () => {
    const ended = spawn(process.execPath, ['-e', ''])
    await once(ended, 'exit')
    const stale = [{ pid: ended.pid }, { boot: 'een-eerdere-start' }, { started: '1' }]
    for (const changed of stale) {
      const vault = await copyOf(sample)
      await leaveLock(vault, changed)
      await opened(await openSample(vault)).close()
      expect(await readdir(vault.folder)).not.toContain('lock.json')
    }
    const vault = await copyOf(sample)
    await writeFile(lockOf(vault), '{"half')
    await opened(await openSample(vault)).close()
  })

  it('a lock of a living process stands, also with words of a later version, and so does one of another computer', async () => {
    for (const changed of [{}, { later: true }, { machine: 'een-andere', boot: 'elders' }]) {
      const vault = await copyOf(sample)
      await leaveLock(vault, changed)
      const lock = await readFile(lockOf(vault))
      expect(await openSample(vault)).toEqual({ refused: 'in-use' })
      expect(await readFile(lockOf(vault))).toEqual(lock)
    }
  })

  it('of many that take over a stale lock at once, one gets it', async () => {
    const vault = await copyOf(sample)
    for (let round = 0; round < 40; round += 1) {
      await leaveLock(vault, { boot: 'een-eerdere-start' })
      const answers = await Promise.all(Array.from({ length: 8 }, () => takeLock(nodeDisk, vault.folder)))
      const held = answers.filter((answer) => answer !== 'in-use')
      expect(held).toHaveLength(1)
      await held[0]?.release()
      expect((await readdir(vault.folder)).filter((name) => name.startsWith('lock'))).toEqual([])
    }
  })

  it('a take-over that was itself cut off is taken over', async () => {
    const vault = await copyOf(sample)
    await leaveLock(vault, { boot: 'een-eerdere-start' })
    const stale = await readFile(lockOf(vault))
    const claim = (bytes: Buffer) => `lock-${createHash('sha256').update(bytes).digest('hex')}.claim`
    const dead = Buffer.from(stale.toString().replace('een-ander', 'nog-een-ander'))
    await writeFile(join(vault.folder, claim(stale)), dead)
    await opened(await openSample(vault)).close()
    expect((await readdir(vault.folder)).filter((name) => name.startsWith('lock'))).toEqual([])
  })

  it('two that write to one vault because a share lost its lock: one is stopped, and nothing that was answered is lost', async () => {
    const vault = await copyOf(sample)
    const one = opened(await openSample(vault))
    await one.commit([put('a', 1)], at)
    await rm(lockOf(vault))
    const other = opened(await openSample(vault))
    await other.commit([put('b', 2)], at)
    await expect(one.commit([put('c', 3)], at)).rejects.toThrow('changed-outside')
    await one.close()
    await other.close()
    const { content, findings } = await look(vault)
    expect(findings).toEqual([])
    expect(Object.keys(content).sort()).toEqual(['a', 'b', 'stateNumber'])
  })

  it('a lock that another computer left, or seems to have, keeps nobody from reading and from taking a backup away', async () => {
    const vault = await copyOf(sample)
    await fill(vault, [put('a', 1)])
    const { content } = await look(vault)
    await leaveLock(vault, { machine: 'een-andere', boot: 'elders' })
    const before = await imageOf(vault.folder)
    const secret = { recoveryKey: vault.recoveryKey }
    const store = opened(await openVault(vault.folder, secret, { kdf: noKdf, reading: true }))
    expect(contentOf(store)).toEqual(content)
    expect((await store.exportContent()).state.stateNumber).toBe(content['stateNumber'])
    await expect(store.commit([put('b', 2)], at)).rejects.toThrow('in-use')
    await expect(store.rotate(at)).rejects.toThrow('in-use')
    expect(await store.check()).toHaveProperty('mended', false)
    await store.close()
    expect(await imageOf(vault.folder)).toEqual(before)
  })

  it('opened to be read while another works in it, a vault is not touched, and the other one goes on', async () => {
    const vault = await copyOf(sample)
    const store = opened(await openSample(vault))
    await store.commit([put('a', 1)], at)
    const secret = { recoveryKey: vault.recoveryKey }
    const reader = opened(await openVault(vault.folder, secret, { kdf: noKdf, reading: true }))
    await store.commit([put('b', 2)], at)
    await reader.close()
    await store.commit([put('c', 3)], at)
    const saved = contentOf(store)
    await store.close()
    expect(await look(vault)).toEqual({ content: saved, findings: [] })
  })
})
