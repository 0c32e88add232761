// breaks: no-network-modules
import 'node:https'
