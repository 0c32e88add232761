import { z } from 'zod'
import { FilledLine, Line } from '../kernel/text.ts'

export const PERSON_PARTS = ['melder', 'accused', 'contact', 'other'] as const
export const PersonPart = z.enum(PERSON_PARTS)
export type PersonPart = z.infer<typeof PersonPart>

/** Somebody by name, with how to reach her. */
export const Person = z.strictObject({ part: PersonPart, name: FilledLine, reach: Line, remark: Line })
export type Person = z.infer<typeof Person>

/** The people of one case: kept apart from it under a key of their own, so that they can be destroyed earlier. */
export const Persons = z.strictObject({ people: z.array(Person).max(30) })
export type Persons = z.infer<typeof Persons>
