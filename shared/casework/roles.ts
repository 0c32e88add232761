import { z } from 'zod'

/** Who somebody is to the organisation; for the melder and for the person that it is about. */
export const MELDER_ROLES = [
  'professional',
  'childminder',
  'trainee',
  'volunteer',
  'manager',
  'board',
  'parent',
  'parent-committee',
  'other',
  'unknown',
] as const
export const MelderRole = z.enum(MELDER_ROLES)
export type MelderRole = z.infer<typeof MelderRole>

export const ACCUSED_ROLES = [
  'professional',
  'childminder',
  'trainee',
  'volunteer',
  'manager',
  'board',
  'parent',
  'child',
  'organisation',
  'other',
  'nobody',
  'unknown',
] as const
export const AccusedRole = z.enum(ACCUSED_ROLES)
export type AccusedRole = z.infer<typeof AccusedRole>

/** A melder reports, or is herself the one who was accused: she too may need somebody beside her. */
export const POSITIONS = ['reporting', 'accused', 'unknown'] as const
export const Position = z.enum(POSITIONS)
export type Position = z.infer<typeof Position>

export const CHANNELS = ['phone', 'email', 'in-person', 'video', 'letter', 'unknown'] as const
export const Channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof Channel>

/** Which sub-subjects a melder is offered first. */
export function audienceOf(role: MelderRole): 'staff' | 'parent' {
  return role === 'parent' || role === 'parent-committee' || role === 'other' ? 'parent' : 'staff'
}
