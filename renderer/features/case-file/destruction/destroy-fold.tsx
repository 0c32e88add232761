import { useLocation } from 'wouter'
import { type WholeCase } from '#shared/contracts/vault.ts'
import { destructionText as text } from '../../../locale/destruction.ts'
import { Button } from '../../../ui/button.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { FormActions } from '../../../ui/form-actions.tsx'
import { paths } from '../paths.ts'

/** Where a case or its names can be destroyed: behind a click, because it is rare and does not come back. */
export function DestroyFold({ whole }: { whole: WholeCase }) {
  const { caseFile, persons } = whole
  const [, navigate] = useLocation()
  return (
    <Fold title={text.title}>
      <p>{text.lead}</p>
      <FormActions>
        {persons.people.length > 0 && (
          <Button
            onPress={() => {
              navigate(paths.destroyPersons(caseFile.id))
            }}
          >
            {text.names}
          </Button>
        )}
        <Button
          onPress={() => {
            navigate(paths.destroy(caseFile.id))
          }}
        >
          {text.case}
        </Button>
      </FormActions>
    </Fold>
  )
}
