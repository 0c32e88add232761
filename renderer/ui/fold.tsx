import './fold.css'
import { type ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'

export type FoldProps = {
  title: string
  children: ReactNode
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

/** What is not needed at first sight, behind its name. */
export function Fold({ title, children, isOpen, onOpenChange }: FoldProps) {
  return (
    <Disclosure
      className="fold"
      {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
      {...(onOpenChange === undefined ? {} : { onExpandedChange: onOpenChange })}
    >
      <Heading level={2} className="fold-heading">
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
