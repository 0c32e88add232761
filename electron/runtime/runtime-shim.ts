/**
 * The fallback runtime lacks the small application with which Electron starts a folder named on its command
 * line. These two files take its place: the first argument that is no flag names the application's folder.
 */
export const shimPackage = `${JSON.stringify({ name: 'luwte-runtime-shim', version: '1.0.0', main: 'index.js' })}\n`

export const shimMain = `'use strict'
const { app } = require('electron')
const path = require('node:path')
const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (named === undefined) {
  process.stderr.write('Name the folder of the application to start.\\n')
  app.exit(1)
} else {
  const folder = path.resolve(named)
  const description = require(path.join(folder, 'package.json'))
  app.setName(description.productName || description.name)
  app.setVersion(description.version)
  app.setAppPath(folder)
  require(path.join(folder, description.main))
}
`
