// breaks: @typescript-eslint/switch-exhaustiveness-check
export function isOpen(state: 'open' | 'closed' | 'destroyed'): boolean {
  switch (state) {
    case 'open':
      return true
    default:
      return false
  }
}
