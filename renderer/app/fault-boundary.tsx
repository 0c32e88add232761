import { Component, type ReactNode } from 'react'
import { appText } from '../locale/app.ts'
import { Notice } from '../ui/notice.tsx'

type State = { fault: Error | null }

/** Where in the program it went wrong: a file and a line, never the message, which may hold a value. */
function placeOf(fault: Error): string {
  return /[\w.-]+:\d+:\d+/.exec(fault.stack ?? '')?.[0] ?? fault.name
}

/** Says so when the program itself is at fault, while drawing or in something that nobody waited for. */
export class FaultBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { fault: null }

  static getDerivedStateFromError(fault: unknown): State {
    return { fault: fault instanceof Error ? fault : new Error('unknown') }
  }

  private readonly onRejection = (event: PromiseRejectionEvent): void => {
    this.setState(FaultBoundary.getDerivedStateFromError(event.reason))
  }

  override componentDidMount(): void {
    window.addEventListener('unhandledrejection', this.onRejection)
  }

  override componentWillUnmount(): void {
    window.removeEventListener('unhandledrejection', this.onRejection)
  }

  override render(): ReactNode {
    const { fault } = this.state
    if (fault === null) return this.props.children
    return (
      <main className="page">
        <h1>{appText.fault.title}</h1>
        <Notice tone="danger">
          <p>{appText.fault.body}</p>
          <p className="quiet">{appText.fault.where(placeOf(fault))}</p>
        </Notice>
      </main>
    )
  }
}
