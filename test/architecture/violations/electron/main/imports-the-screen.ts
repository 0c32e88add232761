// breaks: renderer-and-electron-never-meet
import '../../renderer/ui/button.ts'
