import { useLocation } from 'wouter'
import { type VaultSlot } from '#shared/contracts/security-commands.ts'
import { securityText } from '../../locale/security.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { paths } from './paths.ts'

/** What opens the vault, and changing that. */
export function KeysSection({ slots }: { slots: readonly VaultSlot[] }) {
  const { keys: text } = securityText
  const [, navigate] = useLocation()
  const goTo = (path: string) => () => {
    navigate(path)
  }
  return (
    <Section title={text.title}>
      <Table
        caption={text.caption}
        rows={slots}
        rowKey={({ slot }) => String(slot)}
        columns={[
          { key: 'name', heading: text.columns.name, cell: text.slot },
          {
            key: 'acts',
            heading: text.columns.acts,
            align: 'end',
            cell: (slot) =>
              slot.kind === 'passphrase' ? (
                <Button variant="plain" onPress={goTo(paths.passphrase)}>
                  {text.changePassphrase}
                </Button>
              ) : (
                <Button
                  variant="plain"
                  label={text.revokeOf(text.slot(slot))}
                  onPress={goTo(paths.revoke(slot.slot))}
                >
                  {text.revoke}
                </Button>
              ),
          },
        ]}
      />
      <FormActions>
        <Button onPress={goTo(paths.recoveryKey)}>{text.drawKey}</Button>
        <Button onPress={goTo(paths.rotate)}>{text.rotate}</Button>
      </FormActions>
    </Section>
  )
}
