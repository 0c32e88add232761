import { app, Menu } from 'electron'
import { registerApplicationScheme } from './app-protocol.ts'
import { forbiddenSwitch } from './forbidden-switches.ts'
import { fenceProcess } from './network-fence.ts'
import { settleProfileFolder } from './profile-folder.ts'
import { openSession } from './session.ts'

if (app.isPackaged && forbiddenSwitch(process.argv) !== undefined) app.exit(1)
app.enableSandbox()
fenceProcess()
registerApplicationScheme()
settleProfileFolder()

if (app.requestSingleInstanceLock()) {
  Menu.setApplicationMenu(null)
  void app.whenReady().then(openSession)
} else {
  app.exit(0)
}
