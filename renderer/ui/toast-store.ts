/** A short word about what just happened, with at most one thing that can be done about it. */
export type Toast = { id: number; text: string; action?: { label: string; onPress: () => void } }

/** Long enough to read; longer when there is something that can be done about it. */
const READ_MILLISECONDS = 5_000
const ACT_MILLISECONDS = 12_000

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function replace(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Takes a toast away; one that went already stays away. */
export function dismissToast(id: number): void {
  replace(toasts.filter((toast) => toast.id !== id))
}

/** Shows a toast for five seconds, or twelve when it offers to do something; a newer one replaces it. */
export function showToast(text: string, action?: Toast['action']): void {
  const id = nextId++
  replace([action === undefined ? { id, text } : { id, text, action }])
  setTimeout(
    () => {
      dismissToast(id)
    },
    action === undefined ? READ_MILLISECONDS : ACT_MILLISECONDS,
  )
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function currentToasts(): readonly Toast[] {
  return toasts
}
