import './notice.css'
import { type ReactNode } from 'react'
import { useUiWords } from './words.tsx'

export type NoticeProps = { tone?: 'calm' | 'warn' | 'danger'; title?: string; children?: ReactNode }

/** Something to know, in a whole sentence. What is wrong (`danger`) is spoken at once. */
export function Notice({ tone = 'calm', title, children }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={tone === 'danger' ? 'alert' : 'note'}>
      {title !== undefined && <p className="notice-title">{title}</p>}
      {children !== undefined && <div>{children}</div>}
    </div>
  )
}

/** The sentence that belongs to a refusal; nothing when there is none. */
export function RefusalNotice({ refusal }: { refusal: { refused: string } | null }) {
  const words = useUiWords()
  return refusal === null ? null : <Notice tone="danger">{words.refusal(refusal)}</Notice>
}
