export const practice = 'practice'
