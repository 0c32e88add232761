// breaks: working-set-is-below-the-screen
import '../ui/button.ts'
