import { Page } from '../../ui/page.tsx'

export function CaseScreen({ id }: { id: string }) {
  return <Page title={id}>{null}</Page>
}
