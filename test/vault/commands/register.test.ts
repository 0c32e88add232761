import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { tokenFor } from '../../support/caseload-driver.ts'
import { newCaseload, type NewCaseload, organisationDetails } from '../../support/new-caseload.ts'

const REGISTER = join(import.meta.dirname, '../../fixtures/lrk/export_opendata_lrk-amsterdam.csv')

describe('the official register file in an open vault', () => {
  let vault: NewCaseload

  beforeAll(async () => {
    vault = await newCaseload()
  }, 30_000)
  afterAll(() => vault.discard())

  const file = async (name: string, change: (text: string) => string) => {
    const path = join(vault.folder, name)
    await writeFile(path, change(await readFile(REGISTER, 'utf8')))
    return tokenFor(vault, path)
  }

  it('asks for the file before anything can be searched in it', async () => {
    expect(await vault.ask('register.search', { query: 'Partou', holder: null })).toEqual({
      refused: 'no-register-open',
    })
  })

  it('reads 1,032 rows whose numbers all pass the check, and finds 121 of Partou, 87 of Partou B.V.', async () => {
    const read = await vault.must('register.open', { token: tokenFor(vault, REGISTER) })
    expect(read).toMatchObject({ rows: 1032, skipped: 0, failingCheck: 0 })
    const found = await vault.must('register.search', { query: 'Partou', holder: null })
    expect(found.total).toBe(121)
    expect(found.holders).toContainEqual({ holder: 'Partou B.V.', count: 87 })
    const own = await vault.must('register.search', { query: 'Partou', holder: 'Partou B.V.' })
    expect(own.total).toBe(87)
  })

  it('takes locations over once, and says which it has already', async () => {
    const { id: organisationId } = await vault.must('organisation.save', {
      id: null,
      details: organisationDetails(),
    })
    const { matches } = await vault.must('register.search', { query: 'Partou', holder: 'Partou B.V.' })
    const lrkNumbers = matches.map(({ row }) => row.lrkNumber)
    const joinedOn = calendarDate('2026-01-01')
    expect(await vault.must('register.take', { organisationId, lrkNumbers, joinedOn })).toEqual({
      taken: 87,
      skipped: 0,
    })
    expect(await vault.must('register.take', { organisationId, lrkNumbers, joinedOn })).toEqual({
      taken: 0,
      skipped: 87,
    })
    const again = await vault.must('register.search', { query: 'Partou', holder: 'Partou B.V.' })
    expect(again.matches.every((match) => match.taken)).toBe(true)
  })

  it.each([
    ['an empty file', () => '', 'file-empty'],
    ['a file that is something else', () => 'naam;adres\r\nx;y\r\n', 'file-not-the-register'],
    [
      'a register without the column of names',
      (text: string) => text.replace('actuele_naam_oko', 'iets_anders'),
      'columns-missing',
    ],
  ])('refuses %s and keeps the register that was open', async (_what, change, refused) => {
    const token = await file('register.csv', change)
    expect(await vault.ask('register.open', { token })).toMatchObject({ refused })
    expect((await vault.must('register.search', { query: 'Partou', holder: null })).total).toBe(121)
  })

  it('refuses a file that nobody chose', async () => {
    expect(await vault.ask('register.open', { token: 'verzonnen' })).toMatchObject({ refused: 'not-found' })
  })
})
