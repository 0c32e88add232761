// breaks: documents-run-by-themselves
import '../ui/button.ts'
