import './case-file.css'
import { useId, useState } from 'react'
import { type MelderRole } from '#shared/casework/roles.ts'
import { type SubSubject } from '#shared/casework/subjects.ts'
import { casesText } from '../../locale/cases.ts'
import { vocabulary } from '../../locale/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { subjectChoices } from './subject-choices.ts'

type Props = {
  value: SubSubject[]
  onChange: (value: SubSubject[]) => void
  melderRole: MelderRole
  error: string | undefined
  focusRef?: (element: { focus: () => void } | null) => void
}

/** What a case is about: found by typing, one after the other, the first one the main one. */
export function SubjectField({ value, onChange, melderRole, error, focusRef }: Props) {
  const { fields: text } = casesText
  // A new field after each choice, so that it is empty again.
  const [round, setRound] = useState(0)
  const listId = useId()
  const name = (subject: SubSubject): string => vocabulary.subject[subject]

  return (
    <div className="subjects">
      <ComboField<SubSubject>
        key={round}
        label={value.length === 0 ? text.subjects : text.addSubject}
        isOptional={value.length > 0}
        placeholder={text.chooseSubject}
        choices={subjectChoices(melderRole, value)}
        value={null}
        onChange={(subject) => {
          if (subject === null) return
          onChange([...value, subject])
          setRound(round + 1)
        }}
        autoFocus={round > 0}
        error={error}
        {...(focusRef === undefined ? {} : { focusRef })}
      />
      {value.length > 0 && (
        <>
          <ul className="subject-list" aria-label={text.chosenSubjects} aria-describedby={listId}>
            {value.map((subject, index) => (
              <li key={subject}>
                <span>
                  {name(subject)} {index === 0 && <span className="quiet">({text.mainSubject})</span>}
                </span>
                {index > 0 && (
                  <Button
                    variant="plain"
                    label={text.makeMain(name(subject))}
                    onPress={() => {
                      onChange([subject, ...value.filter((other) => other !== subject)])
                    }}
                  >
                    {text.makeMainShort}
                  </Button>
                )}
                <Button
                  variant="plain"
                  label={text.removeSubject(name(subject))}
                  onPress={() => {
                    onChange(value.filter((other) => other !== subject))
                  }}
                >
                  {text.removeShort}
                </Button>
              </li>
            ))}
          </ul>
          {value.length > 1 && (
            <p id={listId} className="field-description">
              {text.subjectsHint}
            </p>
          )}
        </>
      )}
    </div>
  )
}
