import './choices.css'
import { Header, ListBox, ListBoxItem, ListBoxSection, Popover, Text } from 'react-aria-components'

/** One thing to choose. Choices with the same `group` stand together under it. */
export type Choice<Value extends string> = { value: Value; label: string; detail?: string; group?: string }

function ChoiceItem({ choice }: { choice: Choice<string> }) {
  return (
    <ListBoxItem className="choice" id={choice.value} textValue={choice.label}>
      <Text slot="label">{choice.label}</Text>
      {choice.detail !== undefined && <span className="choice-detail"> {choice.detail}</span>}
    </ListBoxItem>
  )
}

/** The list that opens under a field, in the order given; what is empty says so. */
export function ChoicePopover({ choices, empty }: { choices: readonly Choice<string>[]; empty: string }) {
  const groups = [...new Set(choices.map((choice) => choice.group))]
  return (
    <Popover className="choices">
      <ListBox className="choices-list" renderEmptyState={() => <div className="choices-empty">{empty}</div>}>
        {groups.map((group) => {
          const own = choices.filter((choice) => choice.group === group)
          const items = own.map((choice) => <ChoiceItem key={choice.value} choice={choice} />)
          if (group === undefined) return items
          return (
            <ListBoxSection key={group} id={`group:${group}`}>
              <Header className="choice-heading">{group}</Header>
              {items}
            </ListBoxSection>
          )
        })}
      </ListBox>
    </Popover>
  )
}
