import { type Id } from '#shared/kernel/id.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type Location } from '#shared/organisations/location.ts'
import { type Intention, put, remove } from '../caseload.ts'
import { leftBehind } from '../references.ts'
import { type Unlocked } from '../unlocked.ts'
import { readRegisterFile } from '../register/read-register-file.ts'
import { searchRegister } from '../register/search-register.ts'
import { forgetFormsAbout } from './drafts.ts'
import { type Handlers } from './handler.ts'

const MOST_MATCHES = 500

function lrkNumbersInUse(vault: Unlocked): Map<string, Location> {
  return new Map(vault.caseload.all('location').map((location) => [location.lrkNumber, location]))
}

/**
 * What goes once an organisation belongs to this group: the one that it leaves, when it was the last of it, with the
 * reports that were being written about it. One of which a report was settled stays.
 */
function groupsLeft(vault: Unlocked, organisationId: Id, groupId: Id | null): Intention[] {
  const left = vault.caseload.get('organisation', organisationId)?.groupId ?? null
  if (left === null || left === groupId) return []
  const stays = vault.caseload
    .all('organisation')
    .some((one) => one.groupId === left && one.id !== organisationId)
  const reports = vault.caseload
    .all('joint-report')
    .filter(({ subject }) => subject.kind === 'group' && subject.groupId === left)
  if (stays || reports.some(({ settled }) => settled !== null)) return []
  return [remove('group', left), ...reports.map(({ id }) => remove('joint-report', id))]
}

/** Groups, organisations, their contracts and locations, and the register file that locations come from. */
export const organisationHandlers: Handlers<
  | 'group.save'
  | 'organisation.save'
  | 'organisation.remove'
  | 'location.save'
  | 'location.remove'
  | 'engagement.save'
  | 'register.open'
  | 'register.search'
  | 'register.take'
> = {
  'group.save': async ({ id, name }, vault) => {
    if (id !== null && vault.caseload.get('group', id) === undefined) return refuse('not-found')
    const group = { id: id ?? vault.newId(), name }
    await vault.write('group.save', [put('group', group)])
    return { id: group.id }
  },

  'organisation.save': async ({ id, details }, vault) => {
    if (id !== null && vault.caseload.get('organisation', id) === undefined) return refuse('not-found')
    if (details.groupId !== null && vault.caseload.get('group', details.groupId) === undefined)
      return refuse('not-found', 'groupId')
    const organisation = { ...details, id: id ?? vault.newId() }
    await vault.write('organisation.save', [
      put('organisation', organisation),
      ...groupsLeft(vault, organisation.id, details.groupId),
    ])
    return { id: organisation.id }
  },

  'organisation.remove': async ({ id }, vault) => {
    if (vault.caseload.get('organisation', id) === undefined) return refuse('not-found')
    const goes = (['location', 'engagement', 'narrative', 'kept-time'] as const).flatMap((kind) =>
      vault.caseload
        .all(kind)
        .filter(({ organisationId }) => organisationId === id)
        .map((own) => remove(kind, own.id)),
    )
    const formsAbout = [id, ...goes.map((own) => own.id)].flatMap((own) => forgetFormsAbout(own, vault))
    const all = [remove('organisation', id), ...goes, ...formsAbout, ...groupsLeft(vault, id, null)]
    if (leftBehind(vault.caseload, all) !== null) return refuse('in-use-elsewhere')
    await vault.write('organisation.remove', all)
    return {}
  },

  'location.save': async ({ id, details }, vault) => {
    if (id !== null && vault.caseload.get('location', id) === undefined) return refuse('not-found')
    if (vault.caseload.get('organisation', details.organisationId) === undefined)
      return refuse('not-found', 'organisationId')
    const holder = lrkNumbersInUse(vault).get(details.lrkNumber)
    if (holder !== undefined && holder.id !== id) return refuse('lrk-number-twice', 'lrkNumber')
    const location = { ...details, id: id ?? vault.newId() }
    await vault.write('location.save', [put('location', location)])
    return { id: location.id }
  },

  'location.remove': async ({ id }, vault) => {
    if (vault.caseload.get('location', id) === undefined) return refuse('not-found')
    if (leftBehind(vault.caseload, [remove('location', id)]) !== null) return refuse('in-use-elsewhere')
    await vault.write('location.remove', [remove('location', id), ...forgetFormsAbout(id, vault)])
    return {}
  },

  'engagement.save': async (details, vault) => {
    if (vault.caseload.get('organisation', details.organisationId) === undefined)
      return refuse('not-found', 'organisationId')
    const earlier = vault.caseload
      .all('engagement')
      .find((engagement) => engagement.organisationId === details.organisationId)
    const engagement = { ...details, id: earlier?.id ?? vault.newId() }
    await vault.write('engagement.save', [put('engagement', engagement)])
    return { id: engagement.id }
  },

  'register.open': async ({ token }, vault) => {
    const path = vault.filePath(token)
    if (path === undefined) return refuse('not-found', 'token')
    const read = await readRegisterFile(path, (done, total) =>
      vault.emit({ event: 'progress', task: 'register', done, total }),
    )
    if ('refused' in read) return read
    vault.register.hold(read.rows)
    return {
      rows: read.rows.length,
      skipped: read.skipped,
      failingCheck: read.failingCheck,
      missingColumns: read.missingColumns,
    }
  },

  'register.search': async ({ query, holder }, vault) => {
    const rows = vault.register.rows
    if (rows === null) return refuse('no-register-open')
    const found = searchRegister(rows, query, holder)
    const inUse = lrkNumbersInUse(vault)
    return {
      total: found.rows.length,
      holders: found.holders,
      matches: found.rows.slice(0, MOST_MATCHES).map((row) => ({ row, taken: inUse.has(row.lrkNumber) })),
    }
  },

  'register.take': async ({ organisationId, lrkNumbers, joinedOn }, vault) => {
    const rows = vault.register.rows
    if (rows === null) return refuse('no-register-open')
    if (vault.caseload.get('organisation', organisationId) === undefined)
      return refuse('not-found', 'organisationId')
    const wanted = new Set(lrkNumbers)
    const inUse = lrkNumbersInUse(vault)
    const fresh = rows
      .map(({ row }) => row)
      .filter((row) => wanted.has(row.lrkNumber) && !inUse.has(row.lrkNumber))
    const locations = [...new Map(fresh.map((row) => [row.lrkNumber, row])).values()].map((row) =>
      put('location', {
        id: vault.newId(),
        organisationId,
        name: row.name === '' ? row.lrkNumber : row.name.slice(0, 200),
        lrkNumber: row.lrkNumber,
        type: row.type,
        address: row.address,
        costCentre: '',
        joinedOn,
        leftOn: null,
      }),
    )
    if (locations.length > 0) await vault.write('register.take', locations)
    return { taken: locations.length, skipped: wanted.size - locations.length }
  },
}
