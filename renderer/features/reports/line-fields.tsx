import { type ReactNode } from 'react'
import { reportText as text } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'

type Props<Line> = {
  legend: string
  lines: readonly Line[]
  /** More than this are not offered. */
  most: number
  /** What a new line starts from. */
  empty: Line
  add: string
  /** The spoken name of the button that takes the line with this number away. */
  remove: (number: number) => string
  onChange: (lines: Line[]) => void
  children: (line: Line, change: (part: Partial<Line>) => void, index: number) => ReactNode
}

/** A list that the advisor makes longer and shorter, each line with its fields. */
export function LineFields<Line extends object>({
  legend,
  lines,
  most,
  empty,
  add,
  remove,
  onChange,
  children,
}: Props<Line>) {
  return (
    <fieldset className="report-lines">
      <legend>{legend}</legend>
      {lines.map((line, index) => (
        <div key={index} className="report-line">
          {children(
            line,
            (part) => {
              onChange(lines.with(index, { ...line, ...part }))
            },
            index,
          )}
          <div>
            <Button
              variant="plain"
              label={remove(index + 1)}
              onPress={() => {
                onChange(lines.filter((_, other) => other !== index))
              }}
            >
              {text.remove}
            </Button>
          </div>
        </div>
      ))}
      {lines.length < most && (
        <div>
          <Button
            onPress={() => {
              onChange([...lines, empty])
            }}
          >
            {add}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
