import { readFile, stat } from 'node:fs/promises'
import { countMelders } from '#shared/casework/melders.ts'
import { refuse, type Refusal } from '#shared/kernel/refusal.ts'
import { coarseCounts, Contribution, hasKnownRows, refuseContribution } from '#shared/reports/contribution.ts'
import { daysOf } from '#shared/reports/reported-time.ts'
import { NEW_PRACTICE } from '#shared/practice/practice.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { halvesOf, overlaps } from '#shared/statistics/report-period.ts'
import { put, remove } from '../caseload.ts'
import { contractOver } from '../reporting/draft-report.ts'
import { closedHalves, type ReportKey } from '../reporting/kept-reports.ts'
import { writtenCases } from '../reporting/gate-request.ts'
import { type LetterRefusal, openLetter, sealLetter } from '../store/sealed-letter.ts'
import { type Unlocked } from '../unlocked.ts'
import { type Handlers } from './handler.ts'

/** Far more than a contribution weighs: a larger file is something else. */
const LARGEST_CONTRIBUTION = 1_000_000

function refusalOfLetter({
  refused,
}: LetterRefusal): Refusal<
  'not-a-contribution' | 'contribution-newer' | 'contribution-damaged' | 'wrong-words'
> {
  switch (refused) {
    case 'not-a-letter':
      return refuse('not-a-contribution')
    case 'damaged':
      return refuse('contribution-damaged')
    case 'newer-format':
      return refuse('contribution-newer')
    case 'wrong-words':
      return refuse('wrong-words')
  }
}

async function readContribution(
  vault: Unlocked,
  token: string,
  words: string,
): Promise<Contribution | ReturnType<typeof refusalOfLetter> | Refusal<'not-found' | 'file-unreadable'>> {
  const path = vault.filePath(token)
  if (path === undefined) return refuse('not-found', 'token')
  let bytes: Uint8Array
  try {
    if ((await stat(path)).size > LARGEST_CONTRIBUTION) return refuse('not-a-contribution')
    bytes = await readFile(path)
  } catch {
    return refuse('file-unreadable')
  }
  const content = await openLetter(bytes, words, { kdf: vault.kdf })
  if ('refused' in content) return refusalOfLetter(content)
  try {
    const read = Contribution.safeParse(JSON.parse(new TextDecoder().decode(content)))
    return read.success && hasKnownRows(read.data) ? read.data : refuse('not-a-contribution')
  } catch {
    return refuse('not-a-contribution')
  }
}

/** True when a settled report, of its own or with others, holds some half-year of this one: what it counted stands. */
function isReported(vault: Unlocked, of: ReportKey): boolean {
  const closed = closedHalves(vault, of.organisationId)
  return halvesOf(of.period).some((half) => closed.has(half))
}

/** Why a contribution cannot be counted in a report. */
function refuseMerge(vault: Unlocked, read: Contribution, organisation: Organisation, of: ReportKey) {
  if (read.makerMark === vault.caseload.contributionMark(read.id)) return refuse('contribution-own')
  const wrong = refuseContribution(read, organisation, of.period)
  if (wrong !== null) return wrong
  const isThere = vault.caseload
    .all('contribution')
    .some(
      (one) =>
        one.contributionId === read.id ||
        (one.organisationId === organisation.id &&
          one.from === read.from &&
          overlaps(one.period, read.period)),
    )
  if (isThere) return refuse('contribution-twice')
  return isReported(vault, of) ? refuse('contribution-too-late') : null
}

/** One report of what several advisors counted. */
export const contributionHandlers: Handlers<
  | 'contribution.seal'
  | 'contribution.open'
  | 'contribution.merge'
  | 'contribution.list'
  | 'contribution.remove'
  | 'contribution.neverGiven'
> = {
  'contribution.seal': async ({ words, ...of }, vault) => {
    const organisation = vault.caseload.get('organisation', of.organisationId)
    if (organisation === undefined) return refuse('not-found', 'organisationId')
    if ('from' in of.period) return refuse('invalid-input', 'period')
    if (contractOver(vault, of) === null) return refuse('engagement-missing')
    if (vault.today <= daysOf(of.period).to) return refuse('period-not-over')
    const from = (vault.caseload.get('practice', 'practice') ?? NEW_PRACTICE).advisorName
    if (from === '') return refuse('practice-incomplete', 'advisorName')
    if (isReported(vault, of)) return refuse('contribution-after-report')
    const id = vault.newId()
    const contribution: Contribution = {
      kind: 'contribution-1',
      id,
      makerMark: vault.caseload.contributionMark(id),
      organisation: { name: organisation.name, kvkNumber: organisation.kvkNumber },
      period: of.period,
      from,
      madeOn: vault.today,
      counts: coarseCounts(countMelders(writtenCases(vault), organisation.id, of.period), of.period),
    }
    const content = new TextEncoder().encode(JSON.stringify(contribution))
    const random = (count: number) => vault.random(count)
    const file = new Uint8Array(await sealLetter(content, words, { kdf: vault.kdf, random }))
    // Before the file can be anywhere: what was given is known here from then on.
    const given = { id, organisationId: organisation.id, period: of.period, madeOn: vault.today }
    await vault.writeForGood([put('given-contribution', given)])
    return { id, file }
  },

  'contribution.open': async ({ words, token, ...of }, vault) => {
    vault.openedContribution = null
    const organisation = vault.caseload.get('organisation', of.organisationId)
    if (organisation === undefined) return refuse('not-found', 'organisationId')
    const read = await readContribution(vault, token, words)
    if ('refused' in read) return read
    vault.openedContribution = read
    return {
      id: read.id,
      from: read.from,
      organisationName: read.organisation.name,
      period: read.period,
      madeOn: read.madeOn,
      obstacle: refuseMerge(vault, read, organisation, of)?.refused ?? null,
    }
  },

  'contribution.merge': async ({ contributionId, ...of }, vault) => {
    const organisation = vault.caseload.get('organisation', of.organisationId)
    if (organisation === undefined) return refuse('not-found', 'organisationId')
    const read = vault.openedContribution
    if (read?.id !== contributionId) return refuse('not-found', 'contributionId')
    const refusal = refuseMerge(vault, read, organisation, of)
    if (refusal !== null) return refusal
    const { from, madeOn, counts } = read
    const id = vault.newId()
    const merged = { id, contributionId, ...of, from, madeOn, mergedOn: vault.today, counts }
    await vault.writeOutsideUndo([put('contribution', merged)])
    vault.openedContribution = null
    return { id }
  },

  'contribution.list': async ({ organisationId }, vault) => ({
    contributions: vault.caseload
      .all('contribution')
      .filter((one) => one.organisationId === organisationId)
      .map(({ id, period, from, madeOn, mergedOn }) => ({
        id,
        organisationId,
        period,
        from,
        madeOn,
        mergedOn,
        isReported: isReported(vault, { organisationId, period }),
      })),
    given: vault.caseload
      .all('given-contribution')
      .filter((one) => one.organisationId === organisationId)
      .sort((a, b) => a.madeOn.localeCompare(b.madeOn)),
  }),

  'contribution.remove': async ({ id }, vault) => {
    const contribution = vault.caseload.get('contribution', id)
    if (contribution === undefined) return refuse('not-found')
    if (isReported(vault, contribution)) return refuse('contribution-reported')
    await vault.writeOutsideUndo([remove('contribution', id)])
    return {}
  },

  'contribution.neverGiven': async ({ id }, vault) => {
    if (vault.caseload.get('given-contribution', id) === undefined) return refuse('not-found')
    await vault.writeOutsideUndo([remove('given-contribution', id)])
    return {}
  },
}
