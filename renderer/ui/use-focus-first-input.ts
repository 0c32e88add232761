import { useImperativeHandle, useRef, type Ref, type RefObject } from 'react'

/** Lets a form bring the focus to a group of boxes or rounds: to the chosen one, or else the first. */
export function useFocusFirstInput(
  focusRef: Ref<{ focus: () => void }> | undefined,
): RefObject<HTMLDivElement | null> {
  const group = useRef<HTMLDivElement | null>(null)
  useImperativeHandle(focusRef ?? null, () => ({
    focus: () => {
      const inputs = [...(group.current?.querySelectorAll('input') ?? [])]
      const target = inputs.find((input) => input.checked) ?? inputs[0]
      target?.focus()
    },
  }))
  return group
}
