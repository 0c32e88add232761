import { app } from 'electron'
import { registerApplicationScheme } from './app-protocol.ts'
import { endOnFault } from './fault.ts'
import { forbiddenSwitch } from './forbidden-switches.ts'
import { setMenu } from './menu.ts'
import { fenceProcess } from './network-fence.ts'
import { settleProfileFolder } from './profile-folder.ts'
import { openSession } from './session.ts'
import { keepTemporaryFilesInMemory } from './temporary-folder.ts'

endOnFault()
app.enableSandbox()
settleProfileFolder()
keepTemporaryFilesInMemory(process.env)

const refused = app.isPackaged && forbiddenSwitch(process.argv) !== undefined
if (refused || !app.requestSingleInstanceLock()) {
  app.exit(refused ? 1 : 0)
} else {
  fenceProcess()
  registerApplicationScheme()
  setMenu()
  void app.whenReady().then(openSession)
}
