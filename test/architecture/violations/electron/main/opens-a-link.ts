// breaks: nothing-opens-outside
import { shell } from 'electron'

export const open = (link: string): Promise<void> => shell.openExternal(link)
