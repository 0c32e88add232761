import { chargesLocation } from '#shared/invoicing/location-of-line.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type Location } from '#shared/organisations/location.ts'
import { put, remove } from '../caseload.ts'
import { type Unlocked } from '../unlocked.ts'
import { readRegisterFile } from '../register/read-register-file.ts'
import { searchRegister } from '../register/search-register.ts'
import { type Handlers } from './handler.ts'

const MOST_MATCHES = 500

function lrkNumbersInUse(vault: Unlocked): Map<string, Location> {
  return new Map(vault.caseload.all('location').map((location) => [location.lrkNumber, location]))
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
    await vault.write('organisation.save', [put('organisation', organisation)])
    return { id: organisation.id }
  },

  'organisation.remove': async ({ id }, vault) => {
    if (vault.caseload.get('organisation', id) === undefined) return refuse('not-found')
    const used =
      vault.caseload.all('case').some((caseFile) => caseFile.organisationId === id) ||
      vault.caseload.all('invoice').some((invoice) => invoice.organisationId === id) ||
      vault.caseload.all('report').some((report) => report.organisationId === id) ||
      vault.caseload.all('ledger').some(({ figure }) => figure.organisationId === id) ||
      vault.caseload.all('contribution').some((contribution) => contribution.organisationId === id) ||
      vault.caseload.all('given-contribution').some((given) => given.organisationId === id) ||
      vault.caseload.all('activity').some((activity) => activity.organisationId === id)
    if (used) return refuse('in-use-elsewhere')
    await vault.write('organisation.remove', [
      remove('organisation', id),
      ...vault.caseload
        .all('location')
        .filter((location) => location.organisationId === id)
        .map((location) => remove('location', location.id)),
      ...vault.caseload
        .all('engagement')
        .filter((engagement) => engagement.organisationId === id)
        .map((engagement) => remove('engagement', engagement.id)),
    ])
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
    const location = vault.caseload.get('location', id)
    if (location === undefined) return refuse('not-found')
    const used =
      vault.caseload.all('case').some((caseFile) => caseFile.locationId === id) ||
      vault.caseload
        .all('invoice')
        .some((invoice) => invoice.lines.some((line) => chargesLocation(line, location)))
    if (used) return refuse('in-use-elsewhere')
    await vault.write('location.remove', [remove('location', id)])
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
