// breaks: no-network-calls
export const socket = new WebSocket('wss://localhost')
