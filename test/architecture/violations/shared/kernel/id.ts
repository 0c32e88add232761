export const id = 'id'
