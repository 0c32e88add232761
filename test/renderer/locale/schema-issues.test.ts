import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { CaseDetails } from '#shared/casework/case-file.ts'
import { Minutes } from '#shared/casework/entry.ts'
import { REFUSALS } from '#shared/contracts/refusal-slugs.ts'
import { FilledLine } from '#shared/kernel/text.ts'
import { sentenceFor } from '../../../renderer/locale/refusals.ts'
import { schemaIssue } from '../../../renderer/locale/schema-issues.ts'

beforeAll(() => {
  z.config({ localeError: schemaIssue })
})
afterAll(() => {
  z.config(z.locales.en())
})

const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => sentenceFor(message))

test('says in Dutch that something is not filled in, too much or too little', () => {
  expect(said(FilledLine, '')).toEqual(['Dit is nog niet ingevuld.'])
  expect(said(FilledLine, undefined)).toEqual(['Dit is nog niet ingevuld.'])
  expect(said(FilledLine, 'a'.repeat(201))).toEqual(['Dit is langer dan 200 tekens.'])
  expect(said(Minutes, 0)).toEqual(['Dit is minder dan 1.'])
  expect(said(Minutes, 2000)).toEqual(['Dit is meer dan 1.440.'])
})

test('says in Dutch what a schema of the caseload finds by itself', () => {
  expect(said(CaseDetails.shape.firstContactOn, '2026-02-30')).toEqual([
    'Vul een hele datum in: dag, maand en jaar.',
  ])
  expect(said(CaseDetails.shape.subjects, [])).toEqual(['Kies er ten minste een.'])
})

test('has a sentence for every refusal, and none of them shouts', () => {
  for (const slug of REFUSALS) expect(sentenceFor(slug)).toMatch(/^[A-Z].*[.?]$/)
})
