import { useSyncExternalStore } from 'react'

/** A value outside React that parts of the screen follow. */
export type ExternalValue<Value> = {
  get: () => Value
  set: (value: Value) => void
  subscribe: (listener: () => void) => () => void
}

/** Keeps one value and tells who listens when it becomes another. */
export function externalValue<Value>(initial: Value): ExternalValue<Value> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (value) => {
      current = value
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value now, and again whenever it changes. */
export function useExternalValue<Value>(value: ExternalValue<Value>): Value {
  return useSyncExternalStore(value.subscribe, value.get)
}
