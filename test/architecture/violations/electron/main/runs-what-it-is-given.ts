// breaks: no-markup-from-strings
import type { WebContents } from 'electron'

export const run = (page: WebContents, name: string): Promise<unknown> => page.executeJavaScript(`${name}()`)
