import { type CaseSummary } from '#shared/casework/case-file.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { appText } from '../locale/app.ts'
import { AREAS, NEW_MELDING_PATH } from './areas.ts'

/** What choosing a line of the palette does. */
export type PaletteAct = { go: string } | { act: 'conversation' | 'lock' | 'undo' | 'keys' | 'quit' }
export type PaletteItem = { id: string; text: string; detail: string; does: PaletteAct }

const LIMIT = 12
const MOST_CASES = 6

const ACTIONS: readonly PaletteItem[] = [
  { id: 'new', text: appText.palette.newMelding, detail: 'Ctrl N', does: { go: NEW_MELDING_PATH } },
  { id: 'conversation', text: appText.palette.conversation, detail: 'F2', does: { act: 'conversation' } },
  ...AREAS.map(({ path, name }, index) => ({
    id: path,
    text: appText.palette.goTo(name),
    detail: `Ctrl ${index + 1}`,
    does: { go: path },
  })),
  { id: 'undo', text: appText.palette.undo, detail: 'Ctrl Z', does: { act: 'undo' } },
  { id: 'keys', text: appText.palette.keys, detail: 'F1', does: { act: 'keys' } },
  { id: 'check', text: appText.palette.check, detail: '', does: { go: '/beveiliging/controle' } },
  { id: 'lock', text: appText.palette.lock, detail: 'Ctrl L', does: { act: 'lock' } },
  { id: 'quit', text: appText.palette.quit, detail: 'Ctrl Q', does: { act: 'quit' } },
]

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}

/**
 * What the palette offers for what was typed, at most twelve: every word typed must occur in the line. Cases come
 * first, the latest at the top, but those found only through the name of their organisation after that organisation;
 * without anything typed, only what can be done.
 */
export function paletteItems(
  query: string,
  cases: readonly CaseSummary[],
  organisations: readonly Organisation[],
): PaletteItem[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...ACTIONS]
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const fits = (...texts: string[]): boolean => {
    const text = plain(texts.join(' '))
    return words.every((word) => text.includes(word))
  }
  const found = [...cases]
    .sort((a, b) => b.lastEntryOn.localeCompare(a.lastEntryOn))
    .map((summary) => ({ summary, organisation: names.get(summary.organisationId) ?? '' }))
    .filter(({ summary, organisation }) => fits(summary.reference, summary.label, organisation))
    .map(({ summary, organisation }) => ({
      isItself: fits(summary.reference, summary.label),
      item: {
        id: summary.id,
        text: [summary.reference, summary.label].filter(Boolean).join(' · '),
        detail: `${appText.palette.case} · ${organisation}`,
        does: { go: `/casussen/${summary.id}` },
      },
    }))
  const clients = organisations
    .filter(({ name }) => fits(name))
    .map(({ id, name }) => ({
      id,
      text: name,
      detail: appText.palette.organisation,
      does: { go: `/organisaties/${id}` },
    }))
  const actions = ACTIONS.filter(({ text }) => fits(text))
  const byItself = found.filter(({ isItself }) => isItself).slice(0, MOST_CASES)
  const through = found.filter(({ isItself }) => !isItself).slice(0, MOST_CASES - byItself.length)
  const itemsOf = (some: typeof found): PaletteItem[] => some.map(({ item }) => item)
  return [...itemsOf(byItself), ...clients.slice(0, 4), ...itemsOf(through), ...actions].slice(0, LIMIT)
}
