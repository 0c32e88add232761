import { beforeAll, describe, expect, test, vi } from 'vitest'
import { argon2id, openVault, vaultExists } from '../../../electron/vault/store/store.ts'
import {
  at,
  contentOf,
  fill,
  look,
  newVault,
  noKdf,
  opened,
  openSample,
  params,
  passphrase,
  put,
} from '../store-fixture.ts'
import { withRightSum } from './forged-files.ts'
import {
  bytesIn,
  copyInMemory,
  filesOf,
  flipped,
  inMemory,
  type VaultInMemory,
  withChanged,
  without,
} from './vault-in-memory.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const headers = ['header-a', 'header-b'] as const
const snapshots = ['snapshot-0000000001', 'snapshot-0000000002'] as const

let vault: VaultInMemory
let content: Record<string, unknown>
let length: number
beforeAll(async () => {
  const sample = await newVault()
  content = await fill(sample, [put('a', 1)], [put('b', 2)])
  vault = inMemory(sample)
  length = bytesIn(vault, 'header-a').length
})

const everyByte = () => Array.from({ length }, (_, offset) => offset)
const spoilt = (names: readonly string[], offset: number): VaultInMemory =>
  names.reduce(
    (before, name) => withChanged(before, name, flipped(name.startsWith('header') ? offset : 80 + offset)),
    vault,
  )
const bothHeaders = (of: VaultInMemory) => headers.map((name) => bytesIn(of, name).toString('hex'))

describe('fault 2: header copies flipped at each byte', () => {
  test.each(headers)(
    '%s with any one byte flipped is named, survived by the other and made whole',
    async (name) => {
      const whole = bothHeaders(vault)
      for (const offset of everyByte()) {
        const one = spoilt([name], offset)
        expect(await look(one), `byte ${offset}`).toEqual({ content, findings: [`damaged ${name}`] })
        expect(bothHeaders(one), `byte ${offset}`).toEqual(whole)
      }
    },
  )

  test('with the same byte of both flipped the copy in the snapshot opens the vault, and both are made whole', async () => {
    const whole = bothHeaders(vault)
    for (const offset of everyByte()) {
      const one = spoilt(headers, offset)
      const findings = headers.map((name) => `damaged ${name}`)
      expect(await look(one), `byte ${offset}`).toEqual({ content, findings })
      expect(bothHeaders(one), `byte ${offset}`).toEqual(whole)
    }
  })

  test('with every copy flipped the vault is damaged, never absent, never a wrong secret, and nothing is touched', async () => {
    for (const offset of everyByte()) {
      const one = spoilt([...headers, ...snapshots], offset)
      const before = filesOf(one)
      expect(await openSample(one), `byte ${offset}`).toMatchObject({ refused: 'damaged', fields: headers })
      expect(await vaultExists(one.folder, one.disk)).toBe(true)
      expect(filesOf(one)).toEqual(before)
    }
  })

  test('cut anywhere, or gone, a header copy is survived by the other and made whole', async () => {
    for (const size of everyByte().filter((offset) => offset % 13 === 0)) {
      const cut = withChanged(vault, 'header-b', (bytes) => bytes.subarray(0, size))
      expect(await look(cut), `cut at ${size}`).toEqual({ content, findings: ['damaged header-b'] })
    }
    const gone = without(vault, ...headers)
    expect(await look(gone)).toEqual({ content, findings: headers.map((name) => `missing ${name}`) })
    expect(await look(gone)).toEqual({ content, findings: [] })
  })

  test('with only a journal left the vault is damaged, never absent', async () => {
    const one = without(vault, ...headers, ...snapshots)
    expect(await vaultExists(one.folder, one.disk)).toBe(true)
    expect(await openSample(one)).toMatchObject({ refused: 'damaged' })
  })

  test('with its checksum made right, a flipped byte is somebody’s work and is named so, or does not read at all', async () => {
    for (const offset of everyByte().slice(10, -32)) {
      const one = withChanged(vault, 'header-a', (bytes) => withRightSum(flipped(offset)(bytes)))
      const { content: found, findings } = await look(one)
      expect(found, `byte ${offset}`).toEqual(content)
      expect(findings.join(), `byte ${offset}`).toMatch(/^(tampered|damaged) header-a$/)
      if (offset >= 80) expect(findings, `byte ${offset}`).toEqual(['tampered header-a'])
    }
  })

  test('headers of another vault are not taken for this one', async () => {
    const other = inMemory(await newVault())
    const mixed = headers.reduce((one, name) => withChanged(one, name, () => bytesIn(other, name)), vault)
    const { recoveryKey } = other
    const theirs = await openVault(vault.folder, { recoveryKey }, { kdf: noKdf, disk: mixed.disk })
    expect(theirs).toMatchObject({ refused: 'tampered' })
    expect(await look(mixed)).toEqual({ content, findings: headers.map((name) => `tampered ${name}`) })
  })

  test('an older header with an older passphrase that is put back is noticed and does not open', async () => {
    const later = copyInMemory(vault)
    const changing = opened(await openSample(later))
    const current = { recoveryKey: vault.recoveryKey }
    const change = { current, passphrase: 'nieuwe woorden voor morgen', params, kdf: argon2id, at }
    expect(await changing.changePassphrase(change)).toBeUndefined()
    const held = contentOf(changing)
    await changing.close()
    const putBack = headers.reduce((one, name) => withChanged(one, name, () => bytesIn(vault, name)), later)
    const before = filesOf(putBack)
    expect(await openVault(vault.folder, { passphrase }, { kdf: argon2id, disk: putBack.disk })).toEqual({
      refused: 'wrong-passphrase',
    })
    expect(filesOf(putBack)).toEqual(before)
    expect(await look(putBack)).toEqual({
      content: held,
      findings: ['tampered header-a', 'tampered header-b'],
    })
  })
})
