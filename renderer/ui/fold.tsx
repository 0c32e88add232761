import './fold.css'
import { type ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'

export type FoldProps = {
  title: string
  children: ReactNode
  /** Of its heading: 3 for a fold within another. */
  level?: 2 | 3
  startsOpen?: boolean
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

/** What is not needed at first sight, behind its name. */
export function Fold({ title, children, level = 2, startsOpen = false, isOpen, onOpenChange }: FoldProps) {
  return (
    <Disclosure
      className="fold"
      defaultExpanded={startsOpen}
      {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
      {...(onOpenChange === undefined ? {} : { onExpandedChange: onOpenChange })}
    >
      <Heading level={level} className="fold-heading">
        <Button slot="trigger" className="fold-trigger">
          <span className="fold-mark" aria-hidden="true">
            ▸
          </span>
          {title}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="fold-content">{children}</div>
      </DisclosurePanel>
    </Disclosure>
  )
}
