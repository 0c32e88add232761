export const key = crypto.getRandomValues(new Uint8Array(32))
