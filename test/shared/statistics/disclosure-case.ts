import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Ids = z.array(z.string())
const Interval = z.tuple([z.number(), z.union([z.number(), z.literal('inf').transform(() => Infinity)])])

/** A published table with what its source states about it; see the README beside the files. */
export const DisclosureCase = z.looseObject({
  id: z.string(),
  atoms: z.array(z.looseObject({ key: z.string(), value: z.number() })),
  cells: z.array(
    z.looseObject({
      id: z.string(),
      atoms: z.array(z.number()),
      value: z.number(),
      primary: z.boolean().optional(),
      frozen_published: z.boolean().optional(),
    }),
  ),
  patterns: z
    .array(
      z.looseObject({
        name: z.string(),
        hidden: Ids,
        attacker_knows_hidden_inner_ge1: z.boolean().optional(),
        published_intervals: z.record(z.string(), Interval).optional(),
        published_exactly_recoverable: Ids.optional(),
        published_not_recoverable: Ids.optional(),
        our_lp_intervals: z.record(z.string(), Interval).optional(),
        our_exactly_recoverable: Ids.optional(),
      }),
    )
    .default([]),
})
export type DisclosureCase = z.infer<typeof DisclosureCase>

const folder = join(import.meta.dirname, '../../fixtures/disclosure-cases')

/** A fixture by the start of its file name. */
export function rawCase(start: string): unknown {
  const file = readdirSync(folder).find((name) => name.startsWith(start))
  if (!file) throw new Error(`no fixture ${start}`)
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}

/** The fixtures that list atoms and cells. */
export function disclosureCases(): DisclosureCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('18-'))
    .map((name) => DisclosureCase.parse(rawCase(name)))
}

/** One of them. */
export function disclosureCase(start: string): DisclosureCase {
  return DisclosureCase.parse(rawCase(start))
}
