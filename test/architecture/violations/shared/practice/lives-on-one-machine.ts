// breaks: nobodys-machine
export const folder = '/home/proefpersoon/kluis'
