import { organisationsText } from '../../locale/organisations.ts'
import { Page } from '../../ui/page.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { paths } from './paths.ts'

/** What a screen says of a record that is no longer there. */
export function Gone({ children, to = paths.all }: { children: string; to?: string }) {
  return (
    <Page title={organisationsText.title}>
      <p>{children}</p>
      <p>
        <TextLink to={to}>{organisationsText.back}</TextLink>
      </p>
    </Page>
  )
}
