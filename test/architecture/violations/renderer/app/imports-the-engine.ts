// breaks: documents-through-their-client
import '../documents/engine.ts'
