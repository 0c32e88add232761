// breaks: every-import-resolves
import './is-not-there.ts'
