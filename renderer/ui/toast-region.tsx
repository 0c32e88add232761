import './toast.css'
import { useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { currentToasts, dismissToast, subscribeToToasts } from './toast-store.ts'
import { useUiWords } from './words.tsx'

/** Where toasts appear; stands once on the screen and is spoken politely. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts)
  const words = useUiWords()
  return (
    <div className="toasts" role="status">
      {toasts.map(({ id, text, action }) => (
        <div key={id} className="toast">
          <span>{text}</span>
          {action !== undefined && (
            <Button
              variant="plain"
              onPress={() => {
                dismissToast(id)
                action.onPress()
              }}
            >
              {action.label}
            </Button>
          )}
          <Button
            variant="plain"
            label={words.close}
            onPress={() => {
              dismissToast(id)
            }}
          >
            ✕
          </Button>
        </div>
      ))}
    </div>
  )
}
