import { useEffect, useState } from 'react'
import { ask } from '../../working-set/client.ts'

const PAUSE_MILLISECONDS = 150
const NONE: ReadonlyMap<string, string> = new Map()

/** Cases in whose notes the words occur, with a piece of the text, by id; asked after a short pause in typing. */
export function useTextHits(query: string): ReadonlyMap<string, string> {
  const [found, setFound] = useState<{ query: string; hits: ReadonlyMap<string, string> }>({
    query: '',
    hits: NONE,
  })
  const asked = query.trim()
  useEffect(() => {
    if (asked.length < 2) return
    let isGone = false
    const timer = setTimeout(() => {
      void ask('case.search', { query: asked }).then((answer) => {
        if (isGone || 'refused' in answer) return
        setFound({ query: asked, hits: new Map(answer.hits.map(({ id, snippet }) => [id, snippet])) })
      })
    }, PAUSE_MILLISECONDS)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [asked])
  return found.query === asked ? found.hits : NONE
}
