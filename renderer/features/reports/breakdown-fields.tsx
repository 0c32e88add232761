import {
  type CrossTableChoice,
  DIMENSION_NAMES,
  type DimensionChoice,
  type DimensionName,
  ReportChoices,
  STARTING_STEPS,
} from '#shared/reports/report-choices.ts'
import { breakdownText as text } from '../../locale/report-draft.ts'
import { dimensionWords } from '../../locale/report-words.ts'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { SelectField } from '../../ui/select-field.tsx'

/** Pairs that say something to an organisation; any of them needs both its tables. */
const PAIRS: readonly CrossTableChoice[] = [
  ['subject', 'role'],
  ['subject', 'location'],
  ['subject', 'rung'],
  ['role', 'location'],
]

/** Which tables the report asks for, and from how fine a step. What is not safe is merged by the gate itself. */
export function BreakdownFields({
  choices,
  offered = DIMENSION_NAMES,
  withCrossTables = true,
  onChange,
}: {
  choices: ReportChoices
  /** The tables that this report can have. */
  offered?: readonly DimensionName[]
  withCrossTables?: boolean
  onChange: (choices: ReportChoices) => void
}) {
  const chosen = (name: DimensionName) => choices.dimensions.find(({ dimension }) => dimension === name)
  const withTables = (dimensions: readonly DimensionChoice[]) => {
    const has = (name: DimensionName) => dimensions.some(({ dimension }) => dimension === name)
    onChange({
      dimensions: [...dimensions],
      crossTables: choices.crossTables.filter(([one, other]) => has(one) && has(other)),
    })
  }
  const pairs = withCrossTables ? PAIRS : []
  const possible = pairs.filter(([one, other]) => chosen(one) && chosen(other))
  return (
    <div className="stack">
      <p className="quiet">{text.explain}</p>
      <ul className="report-breakdowns">
        {offered.map((name) => {
          const choice = chosen(name)
          const { heading, inSentence } = dimensionWords[name]
          return (
            <li key={name}>
              <Checkbox
                isSelected={choice !== undefined}
                onChange={(isWanted) => {
                  const others = choices.dimensions.filter(({ dimension }) => dimension !== name)
                  withTables(isWanted ? inOrder([...others, usualChoice(name)]) : others)
                }}
              >
                {heading}
              </Checkbox>
              {choice !== undefined && (
                <SelectField
                  label={text.from(inSentence)}
                  value={choice.from}
                  choices={STARTING_STEPS[name].map((step) => ({ value: step, label: text.steps[step] }))}
                  onChange={(from) => {
                    const parsed = ReportChoices.shape.dimensions.element.safeParse({ dimension: name, from })
                    if (parsed.success)
                      withTables(
                        choices.dimensions.map((each) => (each.dimension === name ? parsed.data : each)),
                      )
                  }}
                />
              )}
            </li>
          )
        })}
      </ul>
      {possible.length > 0 && (
        <CheckboxGroup
          label={text.crossTables}
          description={text.crossTablesHint}
          value={choices.crossTables.map(pairKey)}
          choices={possible.map((pair) => ({ value: pairKey(pair), label: pairLabel(pair) }))}
          onChange={(keys) => {
            onChange({ ...choices, crossTables: possible.filter((pair) => keys.includes(pairKey(pair))) })
          }}
        />
      )}
    </div>
  )
}

function pairKey(pair: CrossTableChoice): string {
  return pair.join(' × ')
}

function pairLabel([one, other]: CrossTableChoice): string {
  return text.pair(dimensionWords[one].heading, dimensionWords[other].inSentence)
}

/** The finest step that an ordinary report starts from; locations are asked for by place first. */
function usualChoice(name: DimensionName): DimensionChoice {
  return ReportChoices.shape.dimensions.element.parse({
    dimension: name,
    from: name === 'subject' ? 'main-subjects' : STARTING_STEPS[name][0],
  })
}

function inOrder(choices: readonly DimensionChoice[]): DimensionChoice[] {
  return [...choices].sort(
    (a, b) => DIMENSION_NAMES.indexOf(a.dimension) - DIMENSION_NAMES.indexOf(b.dimension),
  )
}
