// breaks: port-only-in-working-set
export const door = (): MessageChannel => new MessageChannel()
