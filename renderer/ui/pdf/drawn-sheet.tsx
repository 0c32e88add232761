import './drawn-sheet.css'
import { useEffect, useRef } from 'react'
import { type DrawnPage } from './draw-pages.ts'

/** A page of a document as it will be printed. */
export function DrawnSheet({ page, label }: { page: DrawnPage; label: string }) {
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    holder.current?.replaceChildren(page.canvas)
  }, [page])
  return (
    <div className="drawn-sheet">
      <div ref={holder} role="img" aria-label={label} />
      <div className="visually-hidden">
        {page.lines.map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </div>
    </div>
  )
}
