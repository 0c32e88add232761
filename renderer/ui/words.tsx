import { createContext, use, type ReactNode } from 'react'

/** The few words that parts of the screen need by themselves, and how a slug becomes a sentence. */
export type UiWords = {
  cancel: string
  close: string
  optional: string
  clear: string
  noMatches: string
  showChoices: string
  checkFields: string
  /** Above a form in which something stands that was typed earlier and not saved, and how to be rid of it. */
  foundBack: string
  giveUp: string
  /** Sentence for an issue that a schema found, or for the slug of a refusal; text that is no slug comes back as it is. */
  sentence: (slug: string) => string
  /** The whole of what there is to say of a refusal. */
  refusal: (refusal: { refused: string }) => string
}

const WordsContext = createContext<UiWords | null>(null)

/** Gives every part below it its words. */
export function UiWordsProvider({ words, children }: { words: UiWords; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>
}

/** The words of the nearest provider; a screen without one is a bug. */
export function useUiWords(): UiWords {
  const words = use(WordsContext)
  if (words === null) throw new Error('no UiWordsProvider above this part')
  return words
}
