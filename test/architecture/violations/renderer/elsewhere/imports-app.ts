// breaks: only-the-start-imports-app
import '../app/shell.ts'
