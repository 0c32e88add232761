// breaks: names-are-kebab-case
export const worker = 'worker'
