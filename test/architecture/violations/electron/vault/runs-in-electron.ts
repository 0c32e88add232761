// breaks: electron-only-beside-the-window
import { app } from 'electron'

export const version = app.getVersion()
