import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REFUSALS, VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultCommand, vaultCommands } from '#shared/contracts/vault.ts'
import { VaultEvent, workingSetRows } from '#shared/contracts/working-set-rows.ts'
import { summarise } from '#shared/casework/summarise.ts'
import {
  sampleCase,
  sampleContact,
  sampleDetails,
  sampleEngagement,
  sampleId,
  sampleLocation,
  sampleOrganisation,
  samplePractice,
} from '../sample-caseload.ts'

const commands = Object.keys(vaultCommands) as VaultCommand[]
const shared = join(import.meta.dirname, '../../../shared')

const start = { details: sampleDetails(), note: 'Belde over het rooster', minutes: 30 }
const save = { caseId: sampleId(1), id: null, details: sampleContact() }

describe('what the screen can ask of the vault', () => {
  it.each(commands)('%s takes no field that nobody asked for', (command) => {
    const read = vaultCommands[command].input.safeParse({ surprise: 1 })
    expect(read.success).toBe(false)
  })

  it('takes a case, an entry, a location, a contract and a practice as forms make them', () => {
    const { id: _location, ...location } = sampleLocation(0)
    const { id: _engagement, ...engagement } = sampleEngagement()
    const { id: _organisation, ...organisation } = sampleOrganisation()
    const accepted: [VaultCommand, unknown][] = [
      ['case.start', start],
      ['entry.save', save],
      ['organisation.save', { id: null, details: organisation }],
      ['location.save', { id: null, details: location }],
      ['engagement.save', engagement],
      ['practice.save', samplePractice()],
      ['register.search', { query: 'Fantasia', holder: null }],
      ['invoice.issue', { organisationId: sampleId(1), run: { kind: 'hours', year: 2025, half: 2 } }],
      ['vault.unlock', { passphrase: 'zes woorden die niemand raadt' }],
    ]
    for (const [command, input] of accepted)
      expect(vaultCommands[command].input.safeParse(structuredClone(input)).success, command).toBe(true)
  })

  it('is told which field is wrong, and never what stood in it', () => {
    const fields = Object.keys(start.details) as (keyof typeof start.details)[]
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.uuid(), (field, told) => {
        const wrong = [{ [told]: told }, [told, [told]]]
        for (const value of wrong) {
          const read = vaultCommands['case.start'].input.safeParse({
            ...start,
            details: { ...start.details, [field]: value },
          })
          const issues = read.error?.issues ?? []
          expect(issues.map((issue) => issue.path.slice(0, 2))).toContainEqual(['details', field])
          expect(JSON.stringify(issues)).not.toContain(told)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('refuses an unlock with passphrase and recovery key together', () => {
    const both = { passphrase: 'x', recoveryKey: 'y' }
    expect(vaultCommands['vault.unlock'].input.safeParse(both).success).toBe(false)
  })
})

describe('what the vault answers', () => {
  it('is a refusal only with a reason that stands in the list, once', () => {
    expect(new Set(REFUSALS).size).toBe(REFUSALS.length)
    expect(VaultRefusal.safeParse({ refused: 'just-because' }).success).toBe(false)
    expect(VaultRefusal.safeParse({ refused: 'not-found', value: 'x' }).success).toBe(false)
    for (const refused of REFUSALS)
      expect(VaultRefusal.safeParse({ refused, fields: ['on'] }).success).toBe(true)
  })

  it('has every reason that the domain can give', () => {
    const files = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    )
    const given = files.flatMap((file) =>
      Array.from(
        readFileSync(join(shared, file), 'utf8').matchAll(/refuse\('([a-z-]+)'/g),
        ([, slug]) => slug,
      ),
    )
    expect(given.length).toBeGreaterThan(20)
    expect(given.filter((slug) => !REFUSALS.some((known) => known === slug))).toEqual([])
  })

  it('holds of a case in the working set nothing that was told', () => {
    const row = summarise(sampleCase(1), [])
    expect(workingSetRows.cases.parse(structuredClone(row))).toEqual(row)
    expect(workingSetRows.cases.safeParse({ ...row, note: 'x' }).success).toBe(false)
  })

  it('tells changes of known tables alone', () => {
    const event = (table: string) => ({
      event: 'changes',
      changes: [{ table, put: [summarise(sampleCase(1), [])], removed: [sampleId(2), 'practice'] }],
      state: { stateNumber: 3, lastChangeAt: '2026-11-20T18:04:00.000Z' },
    })
    for (const table of Object.keys(workingSetRows))
      expect(VaultEvent.safeParse(structuredClone(event(table))).success).toBe(true)
    expect(VaultEvent.safeParse(event('persons')).success).toBe(false)
  })
})
