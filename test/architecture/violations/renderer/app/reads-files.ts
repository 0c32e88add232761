// breaks: screen-uses-no-node
import 'node:fs'
