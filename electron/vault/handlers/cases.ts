import { type CaseDetails, type CaseFile } from '#shared/casework/case-file.ts'
import { changeCase, closeCase, openCase, reopenCase, writeEntry } from '#shared/casework/decide.ts'
import { countPossibleBsn } from '#shared/casework/possible-bsn.ts'
import { referenceFrom } from '#shared/casework/reference.ts'
import { countedApart, movedOn } from '#shared/casework/late-case.ts'
import { type Id } from '#shared/kernel/id.ts'
import { refuse, type Refusal } from '#shared/kernel/refusal.ts'
import { organisationCalled } from '#shared/organisations/organisation.ts'
import { type Intention, put, remove } from '../caseload.ts'
import { countedIn } from '../reporting/kept-ledger.ts'
import { closedHalves } from '../reporting/kept-reports.ts'
import { type Unlocked } from '../unlocked.ts'
import { draftText, forgetDraft, forgetFormsAbout } from './drafts.ts'
import { type Handlers } from './handler.ts'
import { dayTooLong } from './hours.ts'

const personsId = (caseId: Id) => `persons-${caseId}`
/** Other cases that carry the same link, the earliest first; of no link there are none. */
function othersWith(which: 'melderLink' | 'accusedLink', own: CaseFile, vault: Unlocked): Id[] {
  if (own[which] === null) return []
  return vault.caseload
    .all('case')
    .filter((other) => other.id !== own.id && other[which] === own[which])
    .sort((a, b) => a.firstContactOn.localeCompare(b.firstContactOn) || a.id.localeCompare(b.id))
    .map((other) => other.id)
}

/** One more than any entry of the case has, so that what is written later sorts later. */
function nextOrder(caseId: Id, vault: Unlocked): number {
  return Math.max(-1, ...vault.caseload.entriesOf(caseId).map((entry) => entry.order)) + 1
}

function refuseUnknownPlace(details: CaseDetails, vault: Unlocked): Refusal<'not-found'> | null {
  if (!vault.caseload.get('organisation', details.organisationId))
    return refuse('not-found', 'organisationId')
  if (details.locationId === null) return null
  const location = vault.caseload.get('location', details.locationId)
  return location?.organisationId === details.organisationId ? null : refuse('not-found', 'locationId')
}

function freshReference(vault: Unlocked): string {
  const taken = new Set(vault.caseload.all('case').map((caseFile) => caseFile.reference))
  for (;;) {
    const reference = referenceFrom(vault.random(6))
    if (!taken.has(reference)) return reference
  }
}

type Links = Pick<CaseFile, 'melderLink' | 'accusedLink'> & { linked: Intention[] }

/**
 * The links that tell that two cases concern the same person. When two people turn out to be one, every case that
 * carried the one link gets the other: if only this case moved, its melder would count twice in a report.
 */
function linksFor(details: CaseDetails, own: CaseFile | null, vault: Unlocked): Links | Refusal<'not-found'> {
  const sameMelder = details.sameMelderAs === null ? null : vault.caseload.get('case', details.sameMelderAs)
  if (sameMelder === undefined) return refuse('not-found', 'sameMelderAs')
  const sameAccused =
    details.sameAccusedAs === null ? null : vault.caseload.get('case', details.sameAccusedAs)
  if (sameAccused === undefined) return refuse('not-found', 'sameAccusedAs')
  const melderLink = sameMelder?.melderLink ?? own?.melderLink ?? vault.newId()
  const accusedLink =
    sameAccused === null ? (own?.accusedLink ?? null) : (sameAccused.accusedLink ?? vault.newId())
  const linked = vault.caseload
    .all('case')
    .filter((other) => other.id !== own?.id)
    .flatMap((other) => {
      const movesMelder = own !== null && other.melderLink === own.melderLink
      const movesAccused =
        other.id === sameAccused?.id || (other.accusedLink !== null && other.accusedLink === own?.accusedLink)
      const moved = {
        ...other,
        melderLink: movesMelder ? melderLink : other.melderLink,
        accusedLink: movesAccused ? accusedLink : other.accusedLink,
      }
      const stays = moved.melderLink === other.melderLink && moved.accusedLink === other.accusedLink
      return stays ? [] : [put('case', moved)]
    })
  return { melderLink, accusedLink, linked }
}

/** Casework: from first contact to closing. */
export const caseHandlers: Handlers<
  | 'case.open'
  | 'case.start'
  | 'case.change'
  | 'case.unlink'
  | 'case.close'
  | 'case.reopen'
  | 'case.savePersons'
  | 'case.search'
  | 'entry.save'
  | 'entry.remove'
> = {
  'case.open': async ({ id }, vault) => {
    const caseFile = vault.caseload.get('case', id)
    if (caseFile === undefined) return refuse('not-found')
    const entries = vault.caseload.entriesOf(id)
    const lrkNumbers = new Set<string>(vault.caseload.all('location').map((location) => location.lrkNumber))
    return {
      caseFile,
      entries,
      persons: { people: vault.caseload.get('persons', personsId(id))?.people ?? [] },
      draft: draftText(id, vault),
      possibleBsn: entries
        .filter((entry) => countPossibleBsn(entry.note, lrkNumbers) > 0)
        .map((entry) => entry.id),
      sameMelder: othersWith('melderLink', caseFile, vault),
      sameAccused: othersWith('accusedLink', caseFile, vault),
    }
  },

  'case.start': async ({ details: asked, newOrganisation, note, minutes }, vault) => {
    const made =
      newOrganisation === null ? null : { ...organisationCalled(newOrganisation), id: vault.newId() }
    const details = made === null ? asked : { ...asked, organisationId: made.id, locationId: null }
    const unknown = made === null ? refuseUnknownPlace(details, vault) : null
    if (unknown) return unknown
    const links = linksFor(details, null, vault)
    if ('refused' in links) return links
    const { linked, ...own } = links
    const caseFile = openCase(
      details,
      { id: vault.newId(), reference: freshReference(vault), ...own },
      vault.today,
      closedHalves(vault, details.organisationId),
    )
    if ('refused' in caseFile) return caseFile
    const first: Intention[] = []
    if (note.trim() !== '') {
      const { firstContactOn: on, channel } = details
      const entry = writeEntry(
        caseFile,
        { kind: 'contact', on, channel, minutes, note },
        { id: vault.newId(), order: 0 },
        vault.today,
      )
      if ('refused' in entry) return entry
      if (dayTooLong(vault, on, minutes, null)) return refuse('day-too-long', 'minutes')
      first.push(put('entry', entry))
    }
    await vault.write(
      'case.start',
      [
        ...(made === null ? [] : [put('organisation', made)]),
        put('case', caseFile),
        ...first,
        ...linked,
        ...forgetDraft('new-case', vault),
        ...forgetDraft({ form: 'new-melding', id: null }, vault),
      ],
      'new-case',
    )
    return { id: caseFile.id, reference: caseFile.reference }
  },

  'case.change': async ({ id, details }, vault) => {
    const caseFile = vault.caseload.get('case', id)
    if (caseFile === undefined) return refuse('not-found')
    const unknown = refuseUnknownPlace(details, vault)
    if (unknown) return unknown
    const links = linksFor(details, caseFile, vault)
    if ('refused' in links) return links
    const { linked, ...own } = links
    const changed = changeCase(
      caseFile,
      details,
      own,
      vault.caseload.entriesOf(id),
      vault.today,
      closedHalves(vault, details.organisationId),
    )
    if ('refused' in changed)
      return changed.refused === 'case-counted'
        ? { ...changed, figures: countedIn(vault, caseFile) }
        : changed
    const apart = countedApart(vault.caseload.all('case'), [caseFile.melderLink, own.melderLink])
    if (apart !== null)
      return { ...refuse('melders-counted-apart', 'sameMelderAs'), figures: countedIn(vault, ...apart) }
    await vault.write('case.change', [put('case', changed), ...linked])
    return {}
  },

  'case.unlink': async ({ id, which }, vault) => {
    const caseFile = vault.caseload.get('case', id)
    if (caseFile === undefined) return refuse('not-found')
    const link = which === 'melder' ? 'melderLink' : 'accusedLink'
    if (othersWith(link, caseFile, vault).length === 0) return refuse('not-found', 'which')
    const apart = { ...caseFile, [link]: vault.newId() }
    const all = vault.caseload.all('case').map((other) => (other.id === id ? apart : other))
    // Somebody new in a half-year that was reported would make its figures untrue: she counts in the next one.
    const late = movedOn(
      all.filter(({ melderLink }) => [caseFile.melderLink, apart.melderLink].includes(melderLink)),
      (organisationId) => closedHalves(vault, organisationId),
    )
    const stays = late.every((other) => other.id !== id)
    await vault.write(
      'case.unlink',
      [...(stays ? [apart] : []), ...late].map((one) => put('case', one)),
    )
    return {}
  },

  'case.close': async ({ id, closing }, vault) => {
    const caseFile = vault.caseload.get('case', id)
    if (caseFile === undefined) return refuse('not-found')
    const closed = closeCase(caseFile, closing, vault.caseload.entriesOf(id), vault.today)
    if ('refused' in closed) return closed
    await vault.write('case.close', [put('case', closed)])
    return {}
  },

  'case.reopen': async ({ id }, vault) => {
    const caseFile = vault.caseload.get('case', id)
    if (caseFile === undefined) return refuse('not-found')
    const opened = reopenCase(caseFile)
    if ('refused' in opened) return opened
    await vault.write('case.reopen', [put('case', opened)])
    return {}
  },

  'case.savePersons': async ({ id, persons }, vault) => {
    if (vault.caseload.get('case', id) === undefined) return refuse('not-found')
    const scope = vault.caseload.get('persons', personsId(id))?.scope ?? vault.caseload.personsScope(id)
    await vault.write('case.savePersons', [
      put('persons', { ...persons, id: personsId(id), caseId: id, scope }),
    ])
    return {}
  },

  'case.search': async ({ query }, vault) => ({ hits: vault.search.find(query) }),

  'entry.save': async ({ caseId, id, details, endsDraft }, vault) => {
    const caseFile = vault.caseload.get('case', caseId)
    if (caseFile === undefined) return refuse('not-found')
    const before = id === null ? null : vault.caseload.get('entry', id)
    if (before === undefined || (before !== null && before.caseId !== caseId))
      return refuse('not-found', 'id')
    const place = before ?? { id: vault.newId(), order: nextOrder(caseId, vault) }
    const entry = writeEntry(caseFile, details, { id: place.id, order: place.order }, vault.today)
    if ('refused' in entry) return entry
    if (dayTooLong(vault, entry.on, entry.minutes, id)) return refuse('day-too-long', 'minutes')
    await vault.write('entry.save', [put('entry', entry), ...forgetDraft(endsDraft, vault)], endsDraft)
    return { id: entry.id }
  },

  'entry.remove': async ({ id }, vault) => {
    if (vault.caseload.get('entry', id) === undefined) return refuse('not-found')
    await vault.write('entry.remove', [remove('entry', id), ...forgetFormsAbout(id, vault)])
    return {}
  },
}
