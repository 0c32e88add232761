import { type Id } from '#shared/kernel/id.ts'
import {
  DEFAULT_PRICE,
  type Engagement,
  type EngagementDetails,
  type HoursBilling,
} from '#shared/organisations/engagement.ts'
import { defaultPreset, type Preset, presetThreshold, type Threshold } from '#shared/statistics/presets.ts'
import { hoursInField, readDuration } from '../../locale/duration.ts'
import { eurosInField, readEuros } from '../../locale/euros.ts'
import { dayError, dayOf, errorsOf, lineError, type Read } from './field-errors.ts'

/** What stands in the fields of a contract, as typed. */
export type ContractFields = {
  startsOn: string | null
  endsOn: string | null
  price: string
  hourlyRate: string
  hoursBilling: HoursBilling
  bundleHours: string
  reachable: string
  preset: Preset
  /** True once the advisor chose a preset herself: then the number of people no longer moves it. */
  presetChosen: boolean
  threshold: Threshold
  thresholdReason: string
}

export function contractFields(engagement: Engagement | null): ContractFields {
  if (engagement === null)
    return {
      startsOn: null,
      endsOn: null,
      price: eurosInField(DEFAULT_PRICE),
      hourlyRate: '',
      hoursBilling: 'half-yearly-line',
      bundleHours: '',
      reachable: '',
      preset: defaultPreset(0),
      presetChosen: false,
      threshold: presetThreshold(defaultPreset(0)),
      thresholdReason: '',
    }
  return {
    startsOn: engagement.startsOn,
    endsOn: engagement.endsOn,
    price: eurosInField(engagement.priceCents),
    hourlyRate: eurosInField(engagement.hourlyRateCents),
    hoursBilling: engagement.hoursBilling,
    bundleHours: engagement.bundleMinutes === 0 ? '' : hoursInField(engagement.bundleMinutes),
    reachable: String(engagement.reachableCount),
    preset: engagement.preset,
    presetChosen: engagement.preset !== defaultPreset(engagement.reachableCount),
    threshold: engagement.threshold,
    thresholdReason: engagement.thresholdReason,
  }
}

/** A whole number of people, dots between thousands allowed; null when it is none. */
export function readPeople(text: string): number | null {
  const typed = text.trim()
  if (!/^(\d{1,3}(\.\d{3})+|\d+)$/.test(typed)) return null
  const count = Number(typed.replaceAll('.', ''))
  return count <= 1_000_000 ? count : null
}

/** Streng takes its threshold of 10 along and gives it back; what was chosen besides it stays as it is. */
export function withPreset(fields: ContractFields, preset: Preset): ContractFields {
  const isMoved = preset === 'strict' || fields.preset === 'strict'
  const threshold = isMoved ? presetThreshold(preset) : fields.threshold
  return { ...fields, preset, presetChosen: true, threshold }
}

/** The number of people proposes a preset until the advisor chose one. */
export function withReachable(fields: ContractFields, reachable: string): ContractFields {
  const people = readPeople(reachable)
  if (people === null || fields.presetChosen) return { ...fields, reachable }
  return { ...withPreset(fields, defaultPreset(people)), reachable, presetChosen: false }
}

/** Reads the fields of the contract with `organisationId`; an empty hourly rate or bundle is none. */
export function readContract(
  fields: ContractFields,
  organisationId: Id,
): Read<EngagementDetails, keyof ContractFields> {
  const price = readEuros(fields.price)
  const hourlyRate = fields.hourlyRate.trim() === '' ? readEuros('0') : readEuros(fields.hourlyRate)
  const bundled = fields.hoursBilling === 'bundle'
  const bundleMinutes =
    !bundled || fields.bundleHours.trim() === '' ? 0 : readDuration(fields.bundleHours, 'hours')
  const reachable = readPeople(fields.reachable)
  const startsOn = dayOf(fields.startsOn)
  const reversed = fields.startsOn !== null && fields.endsOn !== null && fields.endsOn < fields.startsOn
  const errors = errorsOf<keyof ContractFields>({
    startsOn: dayError(fields.startsOn, 'start-missing'),
    endsOn: reversed ? 'end-before-start' : dayError(fields.endsOn, null),
    price: price === null ? 'amount' : null,
    hourlyRate: hourlyRate === null ? 'amount' : null,
    hoursBilling: null,
    bundleHours: bundleMinutes === null || bundleMinutes > 600_000 ? 'bundle-hours' : null,
    reachable: reachable === null ? 'people' : null,
    preset: null,
    presetChosen: null,
    threshold: fields.preset === 'strict' && fields.threshold !== 10 ? 'threshold-not-allowed' : null,
    thresholdReason:
      fields.threshold === 3 && fields.thresholdReason.trim() === ''
        ? 'reason-missing'
        : lineError(fields.thresholdReason),
  })
  if (
    errors !== null ||
    startsOn === null ||
    price === null ||
    hourlyRate === null ||
    bundleMinutes === null ||
    reachable === null
  )
    return { errors: errors ?? {} }
  return {
    details: {
      organisationId,
      startsOn,
      endsOn: dayOf(fields.endsOn),
      priceCents: price,
      hourlyRateCents: hourlyRate,
      hoursBilling: fields.hoursBilling,
      bundleMinutes,
      reachableCount: reachable,
      preset: fields.preset,
      threshold: fields.threshold,
      thresholdReason: fields.threshold === 3 ? fields.thresholdReason.trim() : '',
    },
  }
}
