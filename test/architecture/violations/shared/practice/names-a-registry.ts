// breaks: nobodys-machine
export const host = 'registry.example.org'
