import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceList, shippedPackages } from './licence-list.ts'
import { root } from './run-program.ts'

writeFileSync(join(root, 'LICENSES.md'), licenceList(shippedPackages()))
