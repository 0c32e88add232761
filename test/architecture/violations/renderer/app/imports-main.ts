// breaks: renderer-and-electron-never-meet
import '../../electron/main/window.ts'
