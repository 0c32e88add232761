import './progress.css'
import { Label, ProgressBar } from 'react-aria-components'

/** Something that takes more than half a second, by name; without `total` nobody knows how long. */
export function Progress({ label, done = 0, total = 0 }: { label: string; done?: number; total?: number }) {
  return (
    <ProgressBar
      className="progress"
      isIndeterminate={total === 0}
      value={done}
      maxValue={total === 0 ? 1 : total}
    >
      {({ percentage }) => (
        <>
          <Label>{label}</Label>
          <div className="progress-track">
            {percentage === undefined ? (
              <div className="progress-done" data-indeterminate="" />
            ) : (
              <div className="progress-done" style={{ width: `${percentage}%` }} />
            )}
          </div>
        </>
      )}
    </ProgressBar>
  )
}
