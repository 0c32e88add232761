export const readOwnSpreadsheet = (file: Uint8Array): number => file.length
