/** A short word about what just happened, with at most one thing that can be done about it. */
export type Toast = { id: number; text: string; action?: { label: string; onPress: () => void } }

const VISIBLE_MILLISECONDS = 12_000

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

/** Shows a toast for twelve seconds; a newer one replaces it. */
export function showToast(text: string, action?: Toast['action']): void {
  const id = nextId++
  replace([action === undefined ? { id, text } : { id, text, action }])
  setTimeout(() => {
    dismissToast(id)
  }, VISIBLE_MILLISECONDS)
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
