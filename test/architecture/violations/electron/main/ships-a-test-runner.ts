// breaks: ships-only-declared-packages
import 'vitest'
