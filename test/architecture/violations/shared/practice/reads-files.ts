// breaks: shared-imports-itself-and-zod
import 'node:fs'
