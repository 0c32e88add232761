// breaks: locale-holds-words
import '../ui/button.ts'
