import { Menu, type WebContents } from 'electron'

/** No menu, but on macOS, where copying and quitting by keyboard hang on it; its words come from the system. */
export function setMenu(): void {
  const needed = process.platform === 'darwin'
  Menu.setApplicationMenu(
    needed
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  )
}

const steps = 0.5
const furthest = 4

/** Larger, smaller and normal text with Ctrl and + - 0, which without a menu would do nothing. Says whether it was one. */
export function zoomWithKey(contents: WebContents, key: string): boolean {
  const level = contents.getZoomLevel()
  switch (key) {
    case '+':
    case '=':
      contents.setZoomLevel(Math.min(level + steps, furthest))
      return true
    case '-':
      contents.setZoomLevel(Math.max(level - steps, -furthest))
      return true
    case '0':
      contents.setZoomLevel(0)
      return true
    default:
      return false
  }
}
