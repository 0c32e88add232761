// breaks: statistics-imports-a-solver-and-a-hash
import 'node:fs'
