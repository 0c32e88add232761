import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { casesText } from '../../locale/cases.ts'
import { Page } from '../../ui/page.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { useOrganisations } from '../../working-set/organisations.ts'
import { useRows } from '../../working-set/rows.ts'
import { NewMeldingForm } from './new-melding-form.tsx'

/** One page to write down a case while listening; what was being typed before is there again. */
export function NewMeldingScreen() {
  const [, navigate] = useLocation()
  const [draft, setDraft] = useState<string | null>(null)
  const isRead = useRows('organisations') !== undefined
  const organisations = useOrganisations()

  useEffect(() => {
    void ask('draft.open', {}).then((answer) => {
      setDraft('refused' in answer ? '' : answer.text)
    })
  }, [])

  return (
    <Page title={casesText.newMelding.title}>
      {draft !== null && isRead && (
        <NewMeldingForm
          draft={draft}
          organisations={organisations}
          onStarted={({ id, reference }) => {
            showToast(casesText.newMelding.started(reference))
            navigate(`/casussen/${id}`, { replace: true })
          }}
        />
      )}
    </Page>
  )
}
